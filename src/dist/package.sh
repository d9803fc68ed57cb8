#!/usr/bin/env bash
# Makes target/feedwright-VERSION-linux-ARCH.tar.gz and, where there is dpkg-deb, the .deb from the jar.
# Maven's profile "dist" calls it in the project's directory: package.sh VERSION TIME MAVEN'S-JDK [JDK]
set -euo pipefail
umask 022
version=$1 time=$2

number() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"; }
newest() { # The JDK with the greatest number beside one, or that one.
  for each in "$1" "$1"/../*; do
    if [ -x "$each/bin/jlink" ]; then echo "$(number "$each") $each"; fi
  done | sort --numeric-sort --stable | tail -n 1 | cut -d ' ' -f 2-
}
jdk=${4:-$(newest "$3")}
echo "The packages have the Java runtime of $jdk"
name=feedwright-$version-linux-$(uname -m)
work=target/dist
image=$work/$name
options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

# What jdeps finds for the jar, without what no path of ours reaches (java.desktop, java.net.http,
# java.rmi), and with what is looked up by name: curves for TLS, and sun.misc.Unsafe.
modules=java.base,java.management,java.naming,java.security.jgss,java.sql
modules+=,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.unsupported

rm -rf $work
mkdir -p "$image"/{bin,lib,share/completion}
"$jdk/bin/jlink" --add-modules $modules --no-header-files --no-man-pages --strip-java-debug-attributes \
  --output "$image/runtime"
install -m 644 target/feedwright.jar "$image/lib"
install -m 644 LICENSE README.md "$image"
sed "s/@OPTIONS@/$options/" src/dist/feedwright >"$image/bin/feedwright"
chmod 755 "$image/bin/feedwright"
# An archive of classes counts only for a jar of the same time.
touch --date="$time" "$image/lib/feedwright.jar"

# The archive: every class that a build and a server load, parsed and verified beforehand.
archive_classes() {
  java=("$image/runtime/bin/java" $options)
  run=(-Xshare:off -XX:DumpLoadedClassList=$work/build.classes -jar "$image/lib/feedwright.jar")
  "${java[@]}" "${run[@]}" build --posts content --cache $work/cache --out $work/site
  run[1]=-XX:DumpLoadedClassList=$work/serve.classes
  "${java[@]}" "${run[@]}" serve --posts content --cache $work/cache --port 0 >$work/serve.out &
  trap "kill $! 2>/dev/null || true" EXIT
  until grep -qs posts $work/serve.out; do sleep 0.1; done
  port=$(sed -n 's|.*serving http://[^:]*:\([0-9]*\)/|\1|p' $work/serve.out)
  for path in / /rss.xml /tags/; do
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n' $path >&3
    cat <&3 >/dev/null
  done
  kill $!
  wait $! || true
  # Only names: numbers, order and what was resolved (@cp) differ from run to run. Classes of other
  # loaders (source:) need the numbers.
  grep -hv -e '^@cp' -e '^#' -e source: $work/*.classes | sed 's/ id: [0-9]*$//' | LC_ALL=C sort -u >$work/classes
  "${java[@]}" -Xshare:dump -XX:SharedClassListFile=$work/classes -XX:SharedArchiveFile="$image/lib/feedwright.jsa" \
    -cp "$image/lib/feedwright.jar" >$work/archive.log 2>&1
}
if [ "$(number "$jdk")" -ge 19 ]; then
  archive_classes
else
  echo "An older Java than 19 cannot move an archive of classes: the packages have none, and start more slowly" >&2
fi
for shell in bash fish; do
  "$image/bin/feedwright" completion $shell >"$image/share/completion/feedwright.$shell"
done

archive() { # DIRECTORY NAME FILE: the same bytes for the same files, whoever made them when
  tar --directory "$1" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$time" --create "$2" \
    | gzip --no-name >"$3"
}
archive $work "$name" "target/$name.tar.gz"

command -v dpkg-deb >/dev/null || exit 0
architecture=$(dpkg --print-architecture)
tree=$work/deb
mkdir -p $tree/{DEBIAN,opt,usr/bin,etc/feedwright,lib/systemd/system} \
  $tree/usr/share/{bash-completion/completions,fish/vendor_completions.d}
cp -a "$image" $tree/opt/feedwright
mv $tree/opt/feedwright/share/completion/feedwright.bash $tree/usr/share/bash-completion/completions/feedwright
mv $tree/opt/feedwright/share/completion/feedwright.fish $tree/usr/share/fish/vendor_completions.d
rm -r $tree/opt/feedwright/share
ln -s /opt/feedwright/bin/feedwright $tree/usr/bin/feedwright
install -m 644 src/dist/config.yaml $tree/etc/feedwright
install -m 644 src/dist/feedwright.service $tree/lib/systemd/system
install -m 755 src/dist/debian/{postinst,prerm,postrm} $tree/DEBIAN
install -m 644 src/dist/debian/conffiles $tree/DEBIAN
# Whoever builds a package answers for it, and Debian's tools find the name in these variables. Its
# field must not be empty; the address without them is one that cannot exist (RFC 2606, section 2).
[ -n "${DEBEMAIL:-}" ] || echo "package.sh: the .deb names no maintainer; set DEBFULLNAME and DEBEMAIL before you give it to others" >&2
maintainer="${DEBFULLNAME:-Feedwright maintainers} <${DEBEMAIL:-maintainers@feedwright.invalid}>"
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$(du -sk --apparent-size $tree | cut -f1)/
  s|@MAINTAINER@|$maintainer|" src/dist/debian/control >$tree/DEBIAN/control
SOURCE_DATE_EPOCH=$(date --date="$time" +%s) dpkg-deb --root-owner-group -Zgzip --build $tree \
  "target/feedwright_${version}_$architecture.deb"

"""Hugo as a yardstick: a site of the same posts, with RSS and Atom for the site and each category and tag."""
import shutil

CONFIGURATION = """baseURL = "https://blog.example.org/"
title = "Posts"
disableKinds = ["sitemap", "robotsTXT", "404", "section"]
[taxonomies]
category = "categories"
tag = "tags"
[markup.goldmark.renderer]
unsafe = true
[markup.highlight]
codeFences = false
[mediaTypes."application/atom+xml"]
suffixes = ["atom"]
[outputFormats.ATOM]
mediaType = "application/atom+xml"
baseName = "index"
[outputs]
home = ["RSS", "ATOM"]
taxonomy = ["HTML"]
term = ["RSS", "ATOM"]
[[cascade]]
[cascade._build]
render = "link"
[cascade._target]
kind = "page"
"""
PAGES = '{{ $posts := .Pages }}{{ if .IsHome }}{{ $posts = .Site.RegularPages }}{{ end }}'
RSS = PAGES + """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 $posts }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
"""
ATOM = PAGES + """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Lastmod.Format "2006-01-02T15:04:05Z07:00" }}</updated>
{{ range first 20 $posts }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Lastmod.Format "2006-01-02T15:04:05Z07:00" }}</updated>
<author><name>{{ .Params.author }}</name></author><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>
"""


class Hugo:
    name = "Hugo"
    tasks = ["build", "serve"]

    def __init__(self, corpus, work, finished, first_answer, free_port):
        self.site = work / "hugo"
        self.finished, self.first_answer, self.free_port = finished, first_answer, free_port
        shutil.copytree(corpus, self.site / "content" / "posts")
        (self.site / "config.toml").write_text(CONFIGURATION)
        layouts = self.site / "layouts" / "_default"
        layouts.mkdir(parents=True)
        for name, template in [("list.rss.xml", RSS), ("list.atom.atom", ATOM), ("list.html", "{{ .Title }}")]:
            (layouts / name).write_text(template)

    def prepare(self):
        """Nothing: Hugo keeps no renderings between runs."""

    @staticmethod
    def peer(task):
        """The one figure of Hugo stands beside cold and kept."""
        return task.split(",")[0]

    def measure(self, task):
        command = ["hugo", "--quiet", "--source", str(self.site)]
        if task == "build":
            shutil.rmtree(self.site / "public", ignore_errors=True)
            return self.finished(command)
        port = self.free_port()
        server = ["hugo", "server", *command[1:], "--bind", "127.0.0.1", "--port", str(port), "--disableLiveReload"]
        return self.first_answer(server, f"http://127.0.0.1:{port}/index.xml")

package io.github.feedwright.history;

import java.io.IOException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit's view of the system without the git configuration of users and administrators. So the same
 * repository gives the same dates on every machine, no git program is run to find such files, and
 * JGit writes no probe files into the repository to measure the precision of file times.
 */
final class IsolatedConfiguration extends SystemReader.Delegate {
  private static final String FILE_TIMES = "filesystem";

  private IsolatedConfiguration(SystemReader system) {
    super(system);
  }

  /** Makes JGit read only the repository's own configuration. */
  static void install() {
    SystemReader now = SystemReader.getInstance();
    if (!(now instanceof IsolatedConfiguration)) {
      SystemReader.setInstance(new IsolatedConfiguration(now));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  /** A configuration without a file, with the precision of file times that JGit would measure. */
  private static final class Empty extends FileBasedConfig {
    Empty(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() throws IOException {
      // There is no file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return section.equals(FILE_TIMES) ? "1 second" : super.getString(section, subsection, name);
    }
  }
}

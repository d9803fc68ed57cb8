package io.github.feedwright.history;

import java.io.IOException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The system as JGit sees it, without what users and administrators configure for git: the same
 * repository gives the same dates on every machine, no git program is run to find such files, and
 * JGit leaves no probe files in the repository to learn how exact its file times are.
 */
final class IsolatedConfiguration extends SystemReader.Delegate {
  private static final String FILE_TIMES = "filesystem";

  private IsolatedConfiguration(SystemReader system) {
    super(system);
  }

  /** Makes JGit read no configuration but the repository's own. */
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

  /** A configuration without a file; of the times of files it says what JGit would measure. */
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

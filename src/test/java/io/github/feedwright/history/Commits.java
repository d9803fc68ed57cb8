package io.github.feedwright.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository of a test, and the commits that it makes. */
public final class Commits implements AutoCloseable {
  private final Path root;
  private final Git git;

  private Commits(Path root, Git git) {
    this.root = root;
    this.git = git;
  }

  /** A new repository. */
  public static Commits in(Path root) {
    IsolatedConfiguration.install();
    try {
      Git git = Git.init().setInitialBranch("main").setDirectory(root.toFile()).call();
      return new Commits(root, git);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  Git git() {
    return git;
  }

  /** Writes a file; it is not committed yet. */
  public Commits write(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  Commits move(String from, String to) {
    try {
      Files.createDirectories(root.resolve(to).getParent());
      Files.move(root.resolve(from), root.resolve(to));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  Commits delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Commits everything that differs, with an author date. */
  public RevCommit commit(String date) {
    OffsetDateTime at = OffsetDateTime.parse(date);
    try {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      return git.commit()
          .setMessage("At " + date)
          .setAuthor(new PersonIdent("Ada", "ada@example.org", at.toInstant(), at.getOffset()))
          .setCommitter("Bob", "bob@example.org")
          .setSign(false)
          .call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}

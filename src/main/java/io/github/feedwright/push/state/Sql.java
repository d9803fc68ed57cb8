package io.github.feedwright.push.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters. */
final class Sql {
  private Sql() {}

  /** What a row becomes. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Runs a statement for each of several lists of parameters. */
  static void batch(Connection connection, String sql, List<List<Object>> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<Object> each : parameters) {
        set(statement, each.toArray());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Locks subscriptions until the transaction ends, where several servers change them: in one
   * order, so that none waits for another that waits for it.
   */
  static void lock(Connection connection, Collection<String> ids) throws SQLException {
    list(
        connection,
        row -> row.getString(1),
        "SELECT id FROM push_subscription WHERE id IN "
            + marks(ids.size())
            + " ORDER BY id FOR UPDATE",
        ids.toArray());
  }

  /** So many parameters in parentheses. */
  static String marks(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  static <T> List<T> list(
      Connection connection, Row<T> form, String sql, @Nullable Object... parameters)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(form.of(rows));
      }
    }
    return found;
  }

  static int number(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    return list(connection, row -> row.getInt(1), sql, parameters).get(0);
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      set(statement, parameters);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int at = 0; at < parameters.length; at++) {
      statement.setObject(at + 1, parameters[at]);
    }
  }
}

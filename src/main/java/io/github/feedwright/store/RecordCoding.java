package io.github.feedwright.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the components of a record, in their order. */
final class RecordCoding implements Coding {
  private final RecordComponent[] components;
  private final Method[] accessors;
  private final Constructor<?> constructor;
  private final Coding[] codings;

  /** A coding whose components are not resolved yet. */
  RecordCoding(Class<?> type) {
    this.components = type.getRecordComponents();
    this.accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    this.codings = new Coding[components.length];
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("a record has such a constructor: " + type, e);
    }
    constructor.setAccessible(true);
    for (Method each : accessors) {
      each.setAccessible(true);
    }
  }

  void resolve(Codings others) {
    Arrays.setAll(codings, i -> others.of(components[i].getGenericType()));
  }

  @Override
  public void write(@Nullable Object value, DataOutputStream out) throws IOException {
    for (int i = 0; i < codings.length; i++) {
      codings[i].write(component(i, value), out);
    }
  }

  private @Nullable Object component(int i, @Nullable Object value) {
    try {
      return accessors[i].invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("it can be read: " + components[i], e);
    }
  }

  @Override
  public Object read(Encoded in) {
    @Nullable Object[] values = new @Nullable Object[codings.length];
    for (int i = 0; i < codings.length; i++) {
      values[i] = codings[i].read(in);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("these are no values of " + constructor, e);
    }
  }
}

package io.github.feedwright.store;

import io.github.feedwright.text.PackedText;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The codings of types, each found out once. */
final class Codings {
  private final Map<Type, Coding> known = new HashMap<>();

  Codings() {
    add(boolean.class, Boolean.class, DataOutputStream::writeBoolean, in -> in.get() != 0);
    add(int.class, Integer.class, DataOutputStream::writeInt, Encoded::getInt);
    add(long.class, Long.class, DataOutputStream::writeLong, Encoded::getLong);
    add(String.class, Coding::writeText, Encoded::text);
    add(Instant.class, Coding::writeInstant, Coding::readInstant);
    add(OffsetDateTime.class, Coding::writeTime, Coding::readTime);
    add(PackedText.class, Coding::writePacked, Coding::readPacked);
  }

  /** A method of a stream. */
  private interface Written<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  private <T> void add(
      Class<T> primitive, Class<T> boxed, Written<T> writing, Coding.Reading<T> reading) {
    Coding coding = Coding.of(boxed, (value, out) -> writing.write(out, value), reading);
    known.put(primitive, coding);
    known.put(boxed, Coding.nullable(coding));
  }

  private <T> void add(Class<T> type, Coding.Writing<T> writing, Coding.Reading<T> reading) {
    known.put(type, Coding.nullable(Coding.of(type, writing, reading)));
  }

  /**
   * The coding of a type.
   *
   * @throws IllegalArgumentException if there is none
   */
  Coding of(Type type) {
    Coding coding = known.get(type);
    if (coding == null) {
      coding = type instanceof ParameterizedType several ? several(several) : one((Class<?>) type);
      known.put(type, coding);
    }
    return coding;
  }

  private Coding one(Class<?> type) {
    if (type.isEnum()) {
      List<?> all = List.of(type.getEnumConstants());
      return Coding.nullable(
          Coding.of(
              Object.class,
              (value, out) -> out.writeByte(all.indexOf(value)),
              in -> Objects.requireNonNull(all.get(in.get()))));
    }
    if (type.isRecord()) {
      RecordCoding coding = new RecordCoding(type);
      // Before its components: a list may hold lists.
      known.put(type, Coding.nullable(coding));
      coding.resolve(this);
      return Coding.nullable(coding);
    }
    if (type.isSealed()) {
      return Coding.nullable(kinds(List.of(type.getPermittedSubclasses())));
    }
    throw new IllegalArgumentException("values of this type cannot be kept: " + type);
  }

  /** A value of one of several classes, after the place of its class among them. */
  private Coding kinds(List<Class<?>> classes) {
    List<Coding> codings = classes.stream().map(this::of).toList();
    return Coding.of(
        Object.class,
        (value, out) -> {
          int kind = classes.indexOf(value.getClass());
          out.writeByte(kind);
          codings.get(kind).write(value, out);
        },
        in -> Objects.requireNonNull(codings.get(in.get()).read(in)));
  }

  private Coding several(ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return Coding.nullable(collection(of(of[0]), ArrayList::new));
    }
    if (type.getRawType() == Set.class) {
      return Coding.nullable(collection(of(of[0]), LinkedHashSet::new));
    }
    if (type.getRawType() == Map.class && of[0] == String.class) {
      return Coding.nullable(map(of(of[1])));
    }
    throw new IllegalArgumentException("values of this type cannot be kept: " + type);
  }

  private static Coding collection(Coding item, Supplier<Collection<@Nullable Object>> empty) {
    return Coding.of(
        Collection.class,
        (values, out) -> {
          out.writeInt(values.size());
          for (Object each : values) {
            item.write(each, out);
          }
        },
        in -> {
          Collection<@Nullable Object> values = empty.get();
          for (int left = in.getInt(); left > 0; left--) {
            values.add(item.read(in));
          }
          return values;
        });
  }

  private static Coding map(Coding item) {
    return Coding.of(
        Map.class,
        (values, out) -> {
          out.writeInt(values.size());
          for (Map.Entry<?, ?> each : ((Map<?, ?>) values).entrySet()) {
            Coding.writeText((String) each.getKey(), out);
            item.write(each.getValue(), out);
          }
        },
        in -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (int left = in.getInt(); left > 0; left--) {
            values.put(in.text(), item.read(in));
          }
          return values;
        });
  }
}

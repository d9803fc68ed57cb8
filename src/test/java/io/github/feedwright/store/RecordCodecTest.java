package io.github.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.text.PackedText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordCodecTest {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape {}

  record Dot(int size) implements Shape {}

  record Group(List<Shape> shapes) implements Shape {}

  record Everything(
      boolean flag,
      int number,
      long large,
      @Nullable Boolean maybe,
      @Nullable Integer count,
      String text,
      @Nullable String nothing,
      @Nullable Colour colour,
      Instant instant,
      @Nullable OffsetDateTime time,
      PackedText packed,
      List<String> list,
      Set<Integer> set,
      Map<String, Colour> map,
      @Nullable Shape shape) {}

  record Price(BigDecimal value) {}

  private static final Everything FULL =
      new Everything(
          true,
          -7,
          1L << 40,
          false,
          3,
          "Café \ud83d\ude80",
          null,
          Colour.GREEN,
          Instant.MAX,
          OffsetDateTime.parse("2014-04-04T10:00:00.000000001+05:30"),
          PackedText.notYet("text ".repeat(100)),
          List.of("one", "", "two"),
          Set.of(1),
          map(),
          new Group(List.of(new Dot(1), new Group(List.of()))));

  private static final Everything EMPTY =
      new Everything(
          false,
          0,
          0,
          null,
          null,
          "",
          null,
          null,
          Instant.MIN,
          null,
          PackedText.of(""),
          List.of(),
          Set.of(),
          Map.of(),
          null);

  private static Map<String, Colour> map() {
    Map<String, Colour> map = new LinkedHashMap<>();
    map.put("z", Colour.RED);
    map.put("a", Colour.GREEN);
    return map;
  }

  @Test
  void recordsAreReadAsTheyWereWritten() throws IOException {
    RecordCodec<Everything> codec = new RecordCodec<>(Everything.class);
    for (Everything each : List.of(FULL, EMPTY)) {
      ByteBuffer in = ByteBuffer.wrap(codec.bytes(each));
      assertThat(codec.read(in, new HashMap<>())).isEqualTo(each);
      assertThat(in.hasRemaining()).isFalse();
    }
  }

  @Test
  void equalTextsOfSeveralRecordsAreOneObject() throws IOException {
    record Tagged(String tag) {}
    RecordCodec<Tagged> codec = new RecordCodec<>(Tagged.class);
    Map<Object, Object> shared = new HashMap<>();
    Tagged one = codec.read(ByteBuffer.wrap(codec.bytes(new Tagged("a"))), shared);
    Tagged other = codec.read(ByteBuffer.wrap(codec.bytes(new Tagged("a"))), shared);
    assertThat(other.tag()).isSameAs(one.tag());
  }

  @Test
  void aMapKeepsItsOrder() throws IOException {
    RecordCodec<Everything> codec = new RecordCodec<>(Everything.class);
    Everything read = codec.read(ByteBuffer.wrap(codec.bytes(FULL)), new HashMap<>());
    assertThat(read.map().keySet()).containsExactly("z", "a");
  }

  @Test
  void aRecordOfASealedInterfaceIsReadAsTheSame() throws IOException {
    RecordCodec<Shape> codec = new RecordCodec<>(Shape.class);
    Shape shape = new Group(List.of(new Dot(2)));
    assertThat(codec.read(ByteBuffer.wrap(codec.bytes(shape)), new HashMap<>())).isEqualTo(shape);
  }

  @Test
  void aComponentOfAnUnknownTypeIsAnError() {
    assertThatThrownBy(() -> new RecordCodec<>(Price.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values of this type cannot be kept: class java.math.BigDecimal");
  }

  @Test
  void halfACharacterCannotBeWritten() {
    record Text(String text) {}
    RecordCodec<Text> codec = new RecordCodec<>(Text.class);
    assertThatThrownBy(() -> codec.bytes(new Text("\ud800")))
        .isInstanceOf(CharacterCodingException.class);
  }
}

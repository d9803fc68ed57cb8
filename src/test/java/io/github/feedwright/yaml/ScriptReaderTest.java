package io.github.feedwright.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of modules of JavaScript as people write them, and of hostile ones. */
class ScriptReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{ a: d => `x ${d ? `y, b: true, ${d}` : 'it`s'} z`, c: 1 } # c=1",
        "{ a: `${f({b: `}`})}`, c: 1 } # c=1",
        "{ a: d => d.replace(/'/g, '').match(/[/\"{]/), c: 1 } # c=1",
        "{ a: d => { return /[`]/.test(d) }, c: 4 / 2, d: '/' } # d=/",
        "{ a: true // no¶ && b, c: true /* , */ && d, e: true // , f: 1¶, g: 1 } # e=true g=1",
        "{ a: {b: 1} || c, d: {e: 1}.e, f: {g: 1} /* h */ } # f.g=1",
        "{ a: 'x\\ny', b: \"\\u00e9\", c: `\\x41`, d: 'it\\'s \\\\n' } # d=it's \\n",
      })
  void onlyWhatAnExpressionWritesOutIsRead(String object, String values) {
    assertThat(values("export default " + object.replace('¶', '\n'))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "/*¶export default { a: 1 };¶*/¶export default { b: 1 }; # b=1",
        "// it's¶const s = `¶export default { a: 1 }`;¶export default { b: 1 }; # b=1",
        "\"use strict\";module.exports={b:1}; # b=1",
        "export default f({ a: 1 }); #",
        "if (module.exports == {}) { a } export default { b: 1 } # b=1",
      })
  void theExportIsNoneThatACommentOrATextShows(String script, @Nullable String values) {
    assertThat(values(script.replace('¶', '\n'))).isEqualTo(values == null ? "" : values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "export default () => ({ a: 1 }); # a=1",
        "export default async () => ({ a: 1, b: await f() }); # a=1",
        "export default data => ({ a: 1 }) # a=1",
        "export default async ({ x = ')' }, y) => ( /* c */ {¶a: 1¶}¶); # a=1",
        "module.exports = () => { return { a: {b: 1} }; }; # a.b=1",
        "module.exports = function () {¶  return { a: 1 };¶}; # a=1",
        "module.exports = async function site(config) { return ({ a: 1 }) } # a=1",
        "export default async function() { // it's¶const x = await f(`}`);¶let y = 1¶return { a: 1, x };} # a=1",
        "export default (eleventyConfig) => { if (x) { return { a: 2 }; } return { a: 1 }; }; #",
        "export default () => { f(); return { a: 1 }; } #",
        "export default () => {¶return¶{ a: 1 };¶} #",
        "export default () => ({ a: 1 }.b) #",
        "export default () => ({ a: 1 } && x) #",
        "export default () => [{ a: 1 }] #",
        "export default function () { return () => ({ a: 1 }); } #",
        "module.exports = require('x')({ a: 1 }); #",
        "module.exports = name; #",
        "export default () => #",
        "export default ( #",
        "export default class { a = 1 } #",
      })
  void whatAFunctionReturnsIsReadIfItIsWrittenOut(String script, @Nullable String values) {
    assertThat(values(script.replace('¶', '\n'))).isEqualTo(values == null ? "" : values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* ", "/*,", "a:/*", "'`\"", "a: `${", "/[", "a: {", "a: 1 ", "/", "(", "() => ("
      })
  void longScriptsAreReadAtOnce(String repeated) {
    String script = "export default { " + repeated.repeat(300_000 / repeated.length());
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ScriptReader.read(script)))
        .isNotNull();
    String exports = ("export default " + repeated).repeat(300_000 / (15 + repeated.length()));
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ScriptReader.read(exports)))
        .isNotNull();
  }

  private static String values(String script) {
    return shown("", ScriptReader.read(script));
  }

  private static String shown(String path, Mapping mapping) {
    return mapping.fields().stream()
        .map(
            field ->
                field.value() instanceof Mapping inner
                    ? shown(path + field.key() + ".", inner)
                    : path + field.key() + "=" + ((Scalar) field.value()).text())
        .collect(joining(" "));
  }
}

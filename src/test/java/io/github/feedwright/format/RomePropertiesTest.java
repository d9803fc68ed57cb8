package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.impl.ConfigurableClassLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The runnable jar holds our rome.properties alone; a class path holds rome-modules' too. */
final class RomePropertiesTest {
  @Test
  void withBothFilesOnTheClassPathNoElementIsDoubled() throws IOException {
    List<URL> files =
        Collections.list(
            ConfigurableClassLoader.INSTANCE.getClassLoader().getResources("rome.properties"));
    assertThat(files).hasSize(2);
    assertThat(new RssFormat().entry(Cases.MEDIA.feed().entries().get(0)))
        .asString()
        .containsOnlyOnce("<media:thumbnail");
    assertThat(Cases.PLAIN.in(new RssFormat()))
        .asString()
        .containsOnlyOnce("<sy:updatePeriod>")
        .containsOnlyOnce("rel=\"self\"");
  }

  @Test
  void ourFileAloneNamesEveryModuleThatWeUse() throws IOException {
    Properties properties = new Properties();
    try (InputStream own = Files.newInputStream(Path.of("src/main/resources/rome.properties"))) {
      properties.load(own);
    }
    assertThat(generators(properties, "rss_2.0.feed"))
        .containsExactly("SyModuleGenerator", "AtomModuleGenerator");
    assertThat(generators(properties, "rss_2.0.item"))
        .containsExactly("MediaModuleGenerator", "AtomModuleGenerator");
    assertThat(generators(properties, "atom_1.0.item")).containsExactly("MediaModuleGenerator");
  }

  private static List<String> generators(Properties properties, String key) {
    String classes = properties.getProperty(key + ".ModuleGenerator.classes", "");
    return Arrays.stream(classes.split(" +", -1))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .toList();
  }
}

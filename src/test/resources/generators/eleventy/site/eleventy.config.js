export default function (config) {
  config.addCollection("listed", (all) => all.getAll().filter((page) => page.data.date && !page.data.draft));
}

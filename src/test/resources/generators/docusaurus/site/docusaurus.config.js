module.exports = {
  title: 'Workshop notes',
  url: 'https://blog.example.org',
  baseUrl: '/',
  presets: [['classic', {docs: false, theme: {}, blog: {showReadingTime: false, onInlineAuthors: 'ignore', onInlineTags: 'ignore', onUntruncatedBlogPosts: 'ignore'}}]],
};

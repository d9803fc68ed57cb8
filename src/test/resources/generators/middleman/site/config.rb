activate :blog do |blog|
  blog.prefix = 'blog'
  blog.permalink = '{year}/{month}/{title}.html'
  blog.sources = '{year}-{month}-{day}-{title}.html'
end

activate :directory_indexes

import { getCollection } from 'astro:content';

export async function GET() {
  const posts = await getCollection('blog', ({ data }) => data.draft !== true);
  return new Response(posts.map((post) => [post.filePath, '/blog/' + post.id + '/', post.data.title].join('\t')).join('\n') + '\n');
}

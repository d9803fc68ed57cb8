export default function Box({children}) {
  return children;
}

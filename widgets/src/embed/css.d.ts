/** A style sheet as text, which the bundler makes small. */
declare module "*.css" {
  const text: string;
  export default text;
}

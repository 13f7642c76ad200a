export { exampleQuestions } from "./examples.ts";
export { chooseLanguage, chosenLanguageOf, inOtherLanguage, languageOf, languageOfText } from "./language.ts";
export { isSafe, Link } from "./link.tsx";
export { Line, MessageText } from "./message-text.tsx";
export { Page, type PageProps, renderPage, renderParts } from "./page.tsx";
export { staticFiles } from "./static-files.ts";

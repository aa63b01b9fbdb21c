public import Patchwise

/// The pages of all diagnostic codes as one article in Markdown, as the documentation has it.
public struct DiagnosticArticle: Sendable {
  private let pages: [DiagnosticPage]

  /// Creates an article of the pages of some codes.
  ///
  /// - Parameter codes: The codes, in the order of the article; left out, all there are.
  public init(_ codes: [DiagnosticCode] = DiagnosticCode.allCases) { pages = codes.map(\.page) }

  /// The text; it ends with a line break.
  public var text: String {
    """
    # Diagnostics

    What `patchwise check` reports: why it is a problem, what to do, and an example of each.

    ## Overview

    A code is for ever: it is never renamed, and never given to another problem. `patchwise explain CODE` shows one
    page of these, and a test holds each example against what it says.

    \(pages.map(Self.section).joined(separator: "\n"))
    """
  }

  private static func section(_ page: DiagnosticPage) -> String {
    """
    ## \(page.code)

    \(page.summary.prefix(1).uppercased())\(page.summary.dropFirst()).

    \(page.rationale)

    Avoid:

    ```yaml
    \(page.bad)
    ```

    Prefer:

    ```yaml
    \(page.good)
    ```

    """
  }
}

extension Page {
  /// The page as HTML that loads nothing and runs nothing; it ends with a line break.
  var html: String {
    let body = sections.map { section in
      "<section>\n\(section.map(Self.block).joined())</section>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.inHTML)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title.inHTML)</h1>
      \(body.joined())</body>
      </html>

      """
  }

  /// How it looks; the paper is the printer's own, A4 or Letter.
  private static let style = """
    body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1em/1.45 sans-serif;
      color: #000; background: #fff; overflow-wrap: anywhere; }
    h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .5em; }
    h2 { font-size: 1.15em; line-height: 1.25; margin: 1.4em 0 .3em; }
    p, ol, ul { margin: .3em 0; }
    li { margin: .2em 0; }
    li ul { font-size: .9em; list-style: none; padding-left: 0; }
    section + section { border-top: 1px solid #767676; margin-top: 1.4em; }
    @media print {
      @page { margin: 18mm 16mm; }
      body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
      h2 { break-after: avoid; }
      li { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      a { color: inherit; text-decoration: none; }
    }
    """

  private static func block(_ element: Element) -> String {
    switch element {
    case .heading(let text): return "<h2>\(text.inHTML)</h2>\n"
    case .emphasis(let text): return "<p><strong>\(text.inHTML)</strong></p>\n"
    case .paragraph(let text): return "<p>\(text.inHTML)</p>\n"
    case .list(let items, let isNumbered):
      let name = isNumbered ? "ol" : "ul"
      let lines = items.map { item in
        let details = item.details.map { "<li>\($0.inHTML)</li>\n" }.joined()
        let answer = item.answer.map { " <strong>\($0.inHTML)</strong>" } ?? ""
        return "<li>\(item.text.inHTML)\(answer)"
          + (details.isEmpty ? "" : "\n<ul>\n\(details)</ul>\n") + "</li>\n"
      }
      return "<\(name)>\n\(lines.joined())</\(name)>\n"
    }
  }
}

extension String {
  /// The text as HTML has it; an address becomes a link.
  fileprivate var inHTML: String {
    let line = onOneLine
    let text = line.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: String(scalar)
      }
    }.joined()
    return line.isWebAddress ? "<a href=\"\(text)\">\(text)</a>" : text
  }
}

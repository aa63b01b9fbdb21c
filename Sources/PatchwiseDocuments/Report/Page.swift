import Patchwise
import PatchwiseDialogue

/// A page of text, before it is written in some language.
struct Page: Hashable, Sendable {
  let title: String
  let sections: [[Element]]

  /// Creates a page; sections without anything in them are left out.
  init(title: String, sections: [[Element]]) {
    self.title = title
    self.sections = sections.filter { !$0.isEmpty }
  }

  /// A piece of a page; whoever writes it puts each text on one line.
  enum Element: Hashable, Sendable {
    case heading(String)
    /// A paragraph that is read first.
    case emphasis(String)
    case paragraph(String)
    case list([Item], isNumbered: Bool)
  }

  /// One of several things, with what belongs to it.
  struct Item: Hashable, Sendable {
    let text: String
    /// What is read first where the text is a question.
    let answer: String?
    var details: [String]

    init(_ text: String, answer: String? = nil, details: [String] = []) {
      self.text = text
      self.answer = answer
      self.details = details
    }
  }

  /// Returns blocks of a conversation as pieces of a page.
  ///
  /// The paragraphs right below some headings are emphasized.
  static func elements(
    _ blocks: [Block], emphasizingBelow headings: [String] = []
  ) -> [Element] {
    let emphasizing = Set(headings)
    var elements: [Element] = []
    for block in blocks {
      switch block {
      case .gap: continue
      case .heading(let text): elements.append(.heading(text))
      case .paragraph(let text):
        if case .heading(let heading)? = elements.last, emphasizing.contains(heading) {
          elements.append(.emphasis(text))
        } else {
          elements.append(.paragraph(text))
        }
      case .item(let marker, let text):
        let isNumbered = marker.hasSuffix(".")
        var items: [Item] = []
        if case .list(let before, isNumbered)? = elements.last {
          items = before
          elements.removeLast()
        }
        elements.append(.list(items + [Item(text)], isNumbered: isNumbered))
      case .detail(let text):
        guard case .list(var items, let isNumbered)? = elements.last else {
          elements.append(.paragraph(text))
          continue
        }
        items[items.count - 1].details.append(text)
        elements[elements.count - 1] = .list(items, isNumbered: isNumbered)
      }
    }
    return elements
  }
}

extension String {
  /// The words with one blank between them, and a sign in place of what can't be printed.
  var onOneLine: String { withSingleBlanks.printable }

  /// The words with one blank between them.
  var withSingleBlanks: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Whether the text is nothing but an address on the web, which can be a link.
  var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://"))
      && !unicodeScalars.contains { " <>\"\\".unicodeScalars.contains($0) }
  }
}

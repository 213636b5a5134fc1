/// A figure, or the reason why there is none. Zero is a figure.
public enum Amount: Hashable, Sendable {
    /// A figure with all its places.
    case figure(Figure)
    /// A change: above zero it carries a plus sign.
    case change(Figure)
    /// A figure with its unit, or an answer, in words: "108 %", "yes".
    case words(String)
    /// No figure: why, and where it can be mended.
    case absent(reason: String, address: Address?)
}

/// An amount in a line of text or in a cell.
public struct AmountText: Component {
    let amount: Amount
    let language: Language
    let reason: Address?

    /// An amount, and the page that explains it.
    public init(_ amount: Amount, in language: Language, reason: Address? = nil) {
        self.amount = amount
        self.language = language
        self.reason = reason
    }

    /// The figure, below zero also by its colour; a dash that says why there is none.
    public var body: some Markup {
        switch amount {
        case .figure(let figure): linked(figure, signed: false)
        case .change(let figure): linked(figure, signed: true)
        case .words(let text):
            if let reason {
                a(href: reason, .class(.figure)) { text }
            } else {
                span(.class(.figure)) { text }
            }
        case .absent(let reason, let address):
            if let address {
                a(href: address, .class(.absent)) { Self.dash(reason) }
            } else {
                span(.class(.absent)) { Self.dash(reason) }
            }
        }
    }

    @MarkupBuilder
    private func linked(_ figure: Figure, signed: Bool) -> some Markup {
        if let reason {
            a(href: reason, .class(Self.classes(figure, signed: signed))) {
                FigureMarkup(figure: figure, language: language, isSigned: signed)
            }
        } else {
            span(.class(Self.classes(figure, signed: signed))) {
                FigureMarkup(figure: figure, language: language, isSigned: signed)
            }
        }
    }

    private static func classes(_ figure: Figure, signed: Bool) -> [ClassName] {
        if figure.isNegative { return [.figure, .loss] }
        return signed && figure.units > 0 ? [.figure, .gain] : [.figure]
    }

    @MarkupBuilder
    private static func dash(_ reason: String) -> some Markup {
        span(.unspoken) { FigureText.absent }
        span(.class(.unseen)) { reason }
    }
}

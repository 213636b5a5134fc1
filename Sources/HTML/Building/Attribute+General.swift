extension Attribute {
    /// What links and labels refer to.
    public static func id(_ id: Identifier) -> Attribute { Attribute("id", .text(id.text)) }

    /// How it looks.
    public static func `class`(_ name: ClassName) -> Attribute { Attribute("class", .oneClass(name)) }

    /// How it looks, of several classes.
    public static func `class`(_ names: [ClassName]) -> Attribute { Attribute("class", .classes(names)) }

    /// The language of the content.
    public static func lang(_ language: LanguageTag) -> Attribute { Attribute("lang", .text(language.text)) }

    /// The direction of the content.
    public static func dir(_ direction: Direction) -> Attribute { Attribute("dir", .literal(direction.rawValue)) }

    /// A hint that only a pointer shows; nothing that a reader needs.
    public static func title(_ text: String) -> Attribute { Attribute("title", .text(text)) }

    /// Not shown at all.
    public static let hidden = Attribute("hidden", .flag)

    /// Reached by the keyboard in the order of the page.
    public static let focusable = Attribute("tabindex", .literal("0"))

    /// Can be given focus by a link or script, but is not in the order of the keyboard.
    public static let focusTarget = Attribute("tabindex", .literal("-1"))

    /// A value for the scripts of the page: `data-` and the name.
    public static func data(_ name: DataName, _ value: String) -> Attribute { Attribute(name.name, .text(value)) }

    static func href(_ address: Address) -> Attribute { Attribute("href", .address(address)) }

    /// The file is saved, not shown.
    public static let download = Attribute("download", .flag)

    /// The theme that was chosen instead of that of the system.
    public static func theme(_ theme: Theme) -> Attribute { Attribute("data-theme", .literal(theme.rawValue)) }

    /// Unfolded: of `details`.
    public static let open = Attribute("open", .flag)

    /// The day or instant of `time`: 2026-01-31, 2026-01-31T14:05:00Z.
    public static func datetime(_ text: String) -> Attribute { Attribute("datetime", .text(text)) }

    /// Whether a header is of a column or a row.
    public static func scope(_ scope: Scope) -> Attribute { Attribute("scope", .literal(scope.rawValue)) }

    /// So many columns wide.
    public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", .whole(count)) }
}

/// The direction of writing.
public enum Direction: String, Sendable {
    /// Left to right.
    case ltr
    /// Right to left.
    case rtl
    /// By the first strong character.
    case auto
}

/// What a header of a table heads.
public enum Scope: String, Sendable {
    /// A column.
    case column = "col"
    /// A row.
    case row
}

/// The colours of a page when not those of the system.
public enum Theme: String, Sendable, CaseIterable {
    /// Dark text on light ground.
    case light
    /// Light text on dark ground.
    case dark
}

/// The values that scripts of the pages read.
public enum DataName: Sendable {
    /// The address of a piece that is fetched again when figures change.
    case live
    /// The version of the figures shown.
    case version
    /// What a key of the keyboard does here.
    case key
    /// Whose figures a piece shows.
    case people
    /// Of which period.
    case period
    /// What has changed last, in a sentence.
    case said

    var name: StaticString {
        switch self {
        case .live: "data-live"
        case .version: "data-version"
        case .key: "data-key"
        case .people: "data-people"
        case .period: "data-period"
        case .said: "data-said"
        }
    }
}

extension Attribute {
    static func type(_ type: InputType) -> Attribute { Attribute("type", .literal(type.rawValue)) }

    /// The name under which a field is sent.
    public static func name(_ name: String) -> Attribute { Attribute("name", .text(name)) }

    /// What a field holds.
    public static func value(_ text: String) -> Attribute { Attribute("value", .text(text)) }

    /// The field that a label names.
    public static func `for`(_ id: Identifier) -> Attribute { Attribute("for", .text(id.text)) }

    /// What browsers may fill in.
    public static func autocomplete(_ purpose: Autocomplete) -> Attribute {
        Attribute("autocomplete", .literal(purpose.rawValue))
    }

    /// Which keys a telephone offers.
    public static func inputMode(_ mode: InputMode) -> Attribute { Attribute("inputmode", .literal(mode.rawValue)) }

    /// Sent in parts, as a form with a file is.
    public static let inParts = Attribute("enctype", .literal("multipart/form-data"))

    /// Rows of a field of several lines.
    public static func rows(_ count: Int) -> Attribute { Attribute("rows", .whole(count)) }

    /// Ticked.
    public static let checked = Attribute("checked", .flag)

    /// Chosen.
    public static let selected = Attribute("selected", .flag)

    /// Has to be filled in.
    public static let required = Attribute("required", .flag)

    /// Cannot be used now.
    public static let disabled = Attribute("disabled", .flag)

    /// Not checked by the browser, whose messages are in its language and not at the field.
    public static let noValidate = Attribute("novalidate", .flag)

    /// Not looked through for mistakes of spelling.
    public static let noSpellcheck = Attribute("spellcheck", .literal("false"))

    /// What a button does in its form: sends it, not the default of doing so by accident.
    public static func button(_ kind: ButtonKind) -> Attribute { Attribute("type", .literal(kind.rawValue)) }
}

/// The kinds of a field of one line. Numbers are texts: a browser's number field changes by the wheel of the mouse.
public enum InputType: String, Sendable {
    /// Any text.
    case text
    /// A text that is not shown.
    case password
    /// A search.
    case search
    /// An address of mail.
    case email
    /// A file.
    case file
    /// A day, which telephones let one pick.
    case date
    /// A day with its time.
    case moment = "datetime-local"
    /// One of a group.
    case radio
    /// Yes or no.
    case checkbox
    /// Sent, not shown: the key of a form.
    case hidden
    /// Along a scale; beside it stands a field.
    case range
}

/// What browsers may fill in.
public enum Autocomplete: String, Sendable {
    /// Nothing.
    case off
    /// The identifier at sign-in.
    case username
    /// The password at sign-in.
    case currentPassword = "current-password"
    /// A new password.
    case newPassword = "new-password"
    /// A code that is used once.
    case oneTimeCode = "one-time-code"
}

/// Which keys a telephone offers.
public enum InputMode: String, Sendable {
    /// Digits.
    case numeric
    /// Digits and the mark of decimals.
    case decimal
    /// Letters.
    case text
}

/// What a button does.
public enum ButtonKind: String, Sendable {
    /// Sends its form.
    case submit
    /// Nothing without a script.
    case button
}

public import HTML

/// The first step of signing in: who, and the password.
public struct SignInPage: PageView {
    let language: Language
    let name: String
    let errors: [FieldError]
    let next: String
    let notice: String?

    /// The page.
    ///
    /// - Parameters:
    ///   - name: What was typed before.
    ///   - next: Where to go afterwards, a path of our own.
    public init(
        language: Language, name: String = "", errors: [FieldError] = [], next: String = "", notice: String? = nil
    ) {
        self.language = language
        self.name = name
        self.errors = errors
        self.next = next
        self.notice = notice
    }

    /// The title.
    public var title: String { SignInWords.title[language] }
    /// Whether something was refused.
    public var hasErrors: Bool { !errors.isEmpty }

    /// The form.
    public func content(_ setting: PageSetting) -> some Markup {
        h1 { title }
        notice.map { Notice($0) }
        ErrorSummary(errors, in: language)
        div(.class([.card, .form])) {
            ActionForm(Addresses.of(["sign-in"]), setting) {
                HiddenField(name: "next", value: next)
                FormField(
                    name: "name", label: SignInWords.name[language], errors: errors,
                    control: .line(value: name, autocomplete: .username), in: language)
                FormField(
                    name: "password", label: SignInWords.password[language], errors: errors,
                    control: .line(value: "", type: .password, autocomplete: .currentPassword), in: language)
                ActionButton(SignInWords.title[language])
            }
        }
        p(.class(.muted)) { SignInWords.lost[language] }
    }
}

/// The second step: a code, or one from paper.
public struct CodePage: PageView {
    let language: Language
    let errors: [FieldError]
    let next: String
    let isAgain: Bool

    /// The page.
    ///
    /// - Parameter isAgain: Whether somebody who is signed in is asked again before an important step.
    public init(language: Language, errors: [FieldError] = [], next: String = "", isAgain: Bool = false) {
        self.language = language
        self.errors = errors
        self.next = next
        self.isAgain = isAgain
    }

    /// The title.
    public var title: String { isAgain ? SignInWords.again[language] : SignInWords.code[language] }
    /// Whether something was refused.
    public var hasErrors: Bool { !errors.isEmpty }

    /// The form.
    public func content(_ setting: PageSetting) -> some Markup {
        h1 { title }
        ErrorSummary(errors, in: language)
        div(.class([.card, .form])) {
            ActionForm(Addresses.of(["sign-in", "code"]), setting) {
                HiddenField(name: "next", value: next)
                FormField(
                    name: "code", label: SignInWords.digits[language], hint: SignInWords.digitsHint[language],
                    errors: errors,
                    control: .line(value: "", mode: .numeric, autocomplete: .oneTimeCode), in: language)
                ActionButton(SignInWords.proceed[language])
            }
            details {
                summary { SignInWords.paper[language] }
                ActionForm(Addresses.of(["sign-in", "code"]), setting) {
                    HiddenField(name: "next", value: next)
                    FormField(
                        name: "recovery", label: SignInWords.paperCode[language],
                        hint: SignInWords.paperHint[language], control: .line(value: ""), in: language)
                    ActionButton(SignInWords.usePaper[language], isMain: false)
                }
            }
        }
        if !isAgain {
            ActionForm(Addresses.of(["sign-out"]), setting) {
                ActionButton(SignInWords.cancel[language], isMain: false)
            }
        }
    }
}

/// Setting the authenticator program up.
public struct EnrolmentPage: PageView {
    let language: Language
    let errors: [FieldError]
    let picture: SquarePicture?
    let typed: String

    /// The page; its colours are always those of daylight, for cameras read dark squares on light.
    public init(language: Language, errors: [FieldError] = [], picture: SquarePicture?, typed: String) {
        self.language = language
        self.errors = errors
        self.picture = picture
        self.typed = typed
    }

    /// The title.
    public var title: String { SignInWords.enrol[language] }
    /// Whether something was refused.
    public var hasErrors: Bool { !errors.isEmpty }
    /// Dark squares on light ground.
    public var forcedTheme: Theme? { .light }

    /// The picture, the key in letters, and the field for the first code.
    public func content(_ setting: PageSetting) -> some Markup {
        h1 { title }
        ErrorSummary(errors, in: language)
        p { SignInWords.enrolText[language] }
        div(.class([.card, .form])) {
            picture
            p(.class(.muted)) { SignInWords.typed[language] }
            p(.class(.formula)) { code { typed } }
            ActionForm(Addresses.of(["sign-in", "enrol"]), setting) {
                FormField(
                    name: "code", label: SignInWords.digits[language], errors: errors,
                    control: .line(value: "", mode: .numeric, autocomplete: .oneTimeCode), in: language)
                ActionButton(SignInWords.enrolDone[language])
            }
        }
        ActionForm(Addresses.of(["sign-out"]), setting) {
            ActionButton(SignInWords.cancel[language], isMain: false)
        }
    }
}

/// A picture of squares, such as a QR code.
public struct SquarePicture: Component {
    let side: Int
    let isDark: [Bool]
    let title: String

    /// The squares row by row, and what the picture is.
    public init(side: Int, isDark: [Bool], title: String) {
        self.side = side
        self.isDark = isDark
        self.title = title
    }

    /// Four squares of margin on each side, as the standard asks.
    public var body: some Markup {
        let size = Double(side + 8)
        div(.class(.squares)) {
            SVG.svg(.viewBox(width: size, height: size), .role(.img), .label(title)) {
                SVG.rect(
                    .measure(.width, size), .measure(.height, size), .paint(fill: .card)
                ) {}
                SVG.path(.path(runs, closed: true), .paint(fill: .ink)) {}
            }
        }
    }

    private var runs: [[Point]] {
        var runs: [[Point]] = []
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark[row * side + column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, isDark[row * side + column] { column += 1 }
                let (left, right) = (Double(start + 4), Double(column + 4))
                let (top, bottom) = (Double(row + 4), Double(row + 5))
                runs.append([
                    Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
                    Point(x: left, y: bottom),
                ])
            }
        }
        return runs
    }
}

/// The codes for the day when the telephone is lost, shown once.
public struct PaperCodesPage: PageView {
    let language: Language
    let codes: [String]

    /// The page.
    public init(language: Language, codes: [String]) {
        self.language = language
        self.codes = codes
    }

    /// The title.
    public var title: String { SignInWords.codes[language] }

    /// The codes.
    public func content(_ setting: PageSetting) -> some Markup {
        h1 { title }
        Notice(SignInWords.codesText[language], .warn)
        div(.class(.card)) {
            ol { codes.map { shown in li { code { shown } } } }
        }
        p { a(href: .root) { SignInWords.codesDone[language] } }
    }
}

/// Setting a password by an address that an administrator handed over.
public struct ActivationPage: PageView {
    let language: Language
    let token: String
    let errors: [FieldError]

    /// The page.
    public init(language: Language, token: String, errors: [FieldError] = []) {
        self.language = language
        self.token = token
        self.errors = errors
    }

    /// The title.
    public var title: String { SignInWords.activate[language] }
    /// Whether something was refused.
    public var hasErrors: Bool { !errors.isEmpty }

    /// The form.
    public func content(_ setting: PageSetting) -> some Markup {
        h1 { title }
        ErrorSummary(errors, in: language)
        div(.class([.card, .form])) {
            ActionForm(Addresses.of(["activate", token]), setting) {
                FormField(
                    name: "password", label: SignInWords.newPassword[language],
                    hint: SignInWords.passwordHint[language], errors: errors,
                    control: .line(value: "", type: .password, autocomplete: .newPassword), in: language)
                FormField(
                    name: "repeated", label: SignInWords.repeated[language], errors: errors,
                    control: .line(value: "", type: .password, autocomplete: .newPassword), in: language)
                ActionButton(SignInWords.setPassword[language])
            }
        }
    }
}

public import Charts
public import HTML

/// A page about a plan, a figure or what a draft would change: sections as other pages have them, and texts.
public struct PlanPage: PageView {
    /// The heading.
    public var title: String
    /// A word for its state.
    public var state: StateTag?
    /// The pages above it.
    public var path: [NavigationItem]
    /// One sentence under the heading: the answer that the page gives.
    public var lead: String?
    /// What it holds, in order.
    public var parts: [PlanPart]
    /// After how many seconds it asks for itself again.
    public var refreshAfter: Int?
    /// Whether a form of it was refused.
    public var hasErrors: Bool
    /// Whether it is for paper.
    public var isPrint: Bool

    /// A page.
    public init(
        title: String, state: StateTag? = nil, path: [NavigationItem] = [], lead: String? = nil,
        parts: [PlanPart] = [], refreshAfter: Int? = nil, hasErrors: Bool = false, isPrint: Bool = false
    ) {
        self.title = title
        self.state = state
        self.path = path
        self.lead = lead
        self.parts = parts
        self.refreshAfter = refreshAfter
        self.hasErrors = hasErrors
        self.isPrint = isPrint
    }

    /// Paper is light.
    public var forcedTheme: Theme? { isPrint ? .light : nil }

    /// The parts.
    public func content(_ setting: PageSetting) -> some Markup {
        if !path.isEmpty { Breadcrumbs(path, label: FrameWords.path[setting.language]) }
        PageHeading(title: title, state: state)
        lead.map { lead in p { lead } }
        parts.map { PlanPartView(part: $0, setting: setting) }
    }
}

/// A part of such a page.
public enum PlanPart: Sendable {
    /// What other pages have too.
    case section(PageSection)
    /// Sentences under a heading, and a table that they speak of.
    case clause(name: String, heading: String, lines: [String], table: DataTable?)
    /// Lines of a text with their numbers.
    case listing(name: String, heading: String, first: Int, lines: [String])
    /// What a check found, each as it is printed: place, line with a caret, remedy.
    case findings(name: String, heading: String, [Finding])
    /// The lines in which two texts differ.
    case difference(name: String, heading: String, [DifferenceLine])
    /// A drawing.
    case chart(name: String, heading: String, ChartFigure)
    /// A field for a whole text.
    case editor(TextEditor)
    /// Lines for names, days and signatures.
    case signatures([String], day: String, digest: String)
    /// Several drawings, each under its name.
    case charts(name: String, heading: String, [(title: NavigationItem, note: String, chart: ChartFigure)])
}

/// What a check found.
public struct Finding: Sendable {
    let text: String
    let tone: Tone

    /// A finding as a check prints it.
    public init(_ text: String, _ tone: Tone) {
        self.text = text
        self.tone = tone
    }
}

/// A line that one of two texts has and the other has not, or one beside it that both have.
public struct DifferenceLine: Sendable, Equatable {
    /// Whose line it is.
    public enum Side: Sendable {
        /// Both have it.
        case both
        /// The earlier text alone.
        case before
        /// The later text alone.
        case after
        /// Lines that both have are left out here.
        case gap
    }

    /// Whose line it is.
    public let side: Side
    /// Its number in the text that has it; in the later one where both have it.
    public let number: Int
    /// The line.
    public let text: String

    /// A line.
    public init(_ side: Side, _ number: Int, _ text: String) {
        self.side = side
        self.number = number
        self.text = text
    }
}

/// A form with a whole text in it.
public struct TextEditor: Sendable {
    let heading: String
    let label: String
    let hint: String
    let text: String
    let action: Address
    let hidden: [(name: String, value: String)]
    let button: String
    let errors: [FieldError]

    /// A form.
    public init(
        heading: String, label: String, hint: String, text: String, action: Address,
        hidden: [(name: String, value: String)], button: String, errors: [FieldError] = []
    ) {
        self.heading = heading
        self.label = label
        self.hint = hint
        self.text = text
        self.action = action
        self.hidden = hidden
        self.button = button
        self.errors = errors
    }
}

/// How a part looks.
struct PlanPartView: Component {
    let part: PlanPart
    let setting: PageSetting

    private var language: Language { setting.language }

    var body: some Markup {
        switch part {
        case .section(let section): SectionView(section: section, setting: setting)
        case .clause(let name, let heading, let lines, let table):
            Card(name: name, heading: heading) {
                lines.map { line in p { bdi { line } } }
                table.map(\.captionUnseen)
            }
        case .listing(let name, let heading, let first, let lines):
            Card(name: name, heading: heading) { TextListing(name: name, heading: heading, first: first, lines: lines) }
        case .findings(let name, let heading, let findings):
            Card(name: name, heading: heading) { findings.map { FindingView(finding: $0) } }
        case .difference(let name, let heading, let lines):
            Card(name: name, heading: heading) {
                DifferenceView(name: name, heading: heading, lines: lines, language: language)
            }
        case .chart(let name, let heading, let chart): Card(name: name, heading: heading) { chart }
        case .editor(let editor): TextEditorView(editor: editor, setting: setting)
        case .signatures(let names, let day, let digest):
            SignatureLines(names: names, day: day, digest: digest)
        case .charts(let name, let heading, let charts):
            Card(name: name, heading: heading) {
                charts.map { NamedChart(title: $0.title, note: $0.note, chart: $0.chart) }
            }
        }
    }
}

/// A drawing under the name of whom it is about.
struct NamedChart: Component {
    let title: NavigationItem
    let note: String
    let chart: ChartFigure

    var body: some Markup {
        h3 { title.link }
        if !note.isEmpty { p(.class(.muted)) { note } }
        chart
    }
}

/// Lines of a text with their numbers; it scrolls by the keyboard where lines are longer than the screen is wide.
struct TextListing: Component {
    let name: String
    let heading: String
    let first: Int
    let lines: [String]

    var body: some Markup {
        div(.class(.tableScroll), .role(.region), .focusable, .labelled(by: Identifier(.heading, name))) {
            pre(.class(.listing)) {
                code {
                    lines.enumerated().map { NumberedLine(number: first + $0, text: $1) }
                }
            }
        }
    }
}

/// A line of a text with its number.
struct NumberedLine: Component {
    let number: Int
    let text: String

    var body: some Markup {
        span(.class(.lineNumber)) { "\(number)" }
        text + "\n"
    }
}

/// A finding on a ground of its tone; the word for its weight stands in its text.
struct FindingView: Component {
    let finding: Finding

    var body: some Markup {
        div(.class([.notice, finding.tone.className])) {
            div(.class(.tableScroll), .role(.region), .focusable, .label(firstLine)) {
                pre(.class(.finding)) { finding.text }
            }
        }
    }

    private var firstLine: String { String(finding.text.prefix { $0 != "\n" }) }
}

/// Two texts line by line; signs and words say what colour repeats.
struct DifferenceView: Component {
    let name: String
    let heading: String
    let lines: [DifferenceLine]
    let language: Language

    var body: some Markup {
        if lines.isEmpty {
            p { PlanWords.same[language] }
        } else {
            div(.class(.tableScroll), .role(.region), .focusable, .labelled(by: Identifier(.heading, name))) {
                pre(.class(.listing)) {
                    code {
                        lines.map { ChangedLine(line: $0, language: language) }
                    }
                }
            }
        }
    }

}

/// A line of one of two texts, or of both.
struct ChangedLine: Component {
    let line: DifferenceLine
    let language: Language

    var body: some Markup {
        span(.class(.lineNumber)) { line.side == .gap ? "…" : "\(line.number)" }
        span(.class(look(line.side))) {
            span(.class(.unseen)) { spoken(line.side) }
            sign(line.side) + line.text + "\n"
        }
    }

    private func look(_ side: DifferenceLine.Side) -> [ClassName] {
        switch side {
        case .both, .gap: [.muted]
        case .before: [.lineBefore]
        case .after: [.lineAfter]
        }
    }

    private func sign(_ side: DifferenceLine.Side) -> String {
        switch side {
        case .both, .gap: "  "
        case .before: "− "
        case .after: "+ "
        }
    }

    private func spoken(_ side: DifferenceLine.Side) -> String {
        switch side {
        case .both, .gap: ""
        case .before: PlanWords.wasLine[language] + " "
        case .after: PlanWords.isLine[language] + " "
        }
    }
}

/// A text to be written, as wide as the page.
struct TextEditorView: Component {
    let editor: TextEditor
    let setting: PageSetting

    var body: some Markup {
        ErrorSummary(editor.errors, in: setting.language)
        Card(name: "editor", heading: editor.heading) {
            div(.class(.editor)) {
                ActionForm(editor.action, setting) {
                    editor.hidden.map { HiddenField(name: $0.name, value: $0.value) }
                    FormField(
                        name: "text", label: editor.label, hint: editor.hint, errors: editor.errors,
                        control: .lines(value: editor.text, rows: rows), in: setting.language)
                    ActionButton(editor.button)
                }
            }
        }
    }

    /// As many as the text has, up to what a screen shows.
    private var rows: Int { min(max(editor.text.count { $0 == "\n" } + 2, 12), 40) }
}

/// Lines to be signed on, and the digest of what is signed.
struct SignatureLines: Component {
    let names: [String]
    let day: String
    let digest: String

    var body: some Markup {
        div(.class(.signatures)) {
            names.map { SignaturePair(name: $0, day: day) }
            p(.class(.muted)) { digest }
        }
    }
}

/// A line for a signature and one for its day.
struct SignaturePair: Component {
    let name: String
    let day: String

    var body: some Markup {
        p {
            name
            span(.class(.signatureLine)) { "" }
            day
            span(.class(.signatureLine)) { "" }
        }
    }
}

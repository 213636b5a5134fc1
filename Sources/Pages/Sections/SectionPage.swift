public import HTML

/// A page of sections one under another: messages, ways, lists, tables, forms.
public struct SectionPage: PageView {
    /// The heading.
    public var title: String
    /// A word for its state.
    public var state: StateTag?
    /// The pages above it.
    public var path: [NavigationItem]
    /// One sentence under the heading: the answer that the page gives.
    public var lead: String?
    /// What it holds, in order.
    public var sections: [PageSection]
    /// After how many seconds it asks for itself again.
    public var refreshAfter: Int?

    /// A page.
    public init(
        title: String, state: StateTag? = nil, path: [NavigationItem] = [], lead: String? = nil,
        sections: [PageSection] = [], refreshAfter: Int? = nil
    ) {
        self.title = title
        self.state = state
        self.path = path
        self.lead = lead
        self.sections = sections
        self.refreshAfter = refreshAfter
    }

    /// Whether a form of it was refused.
    public var hasErrors: Bool {
        sections.contains { section in
            switch section {
            case .form(let form): !form.errors.isEmpty
            case .grid(let grid): !grid.errors.isEmpty
            case .cards(let cards), .stack(let cards): SectionPage(title: "", sections: cards).hasErrors
            case .notice, .text, .links, .hero, .summary, .table, .action, .panel, .entries: false
            case .folded(let form): !form.errors.isEmpty
            }
        }
    }

    /// The sections.
    public func content(_ setting: PageSetting) -> some Markup {
        if !path.isEmpty { Breadcrumbs(path, label: FrameWords.path[setting.language]) }
        PageHeading(title: title, state: state)
        lead.map { lead in p { lead } }
        sections.map { SectionView(section: $0, setting: setting) }
    }
}

/// A part of a page.
public enum PageSection: Sendable {
    /// A message.
    case notice(String, Tone)
    /// Paragraphs.
    case text([String])
    /// Ways to other pages.
    case links([NavigationItem])
    /// The one figure of the page.
    case hero(label: String, Amount, unit: String, notes: [String])
    /// Names and values under a heading.
    case summary(name: String, heading: String, [SummaryRow])
    /// A table whose caption is its heading, with ways through it.
    case table(DataTable, pages: CursorPages? = nil)
    /// The one thing to do next, as a button.
    case action(NavigationItem)
    /// What is said where there is nothing.
    case panel(StatePanel)
    /// A form.
    case form(SectionForm)
    /// A table that is filled in.
    case grid(GridForm)
    /// Things that need somebody.
    case entries(EntryList)
    /// Parts side by side where there is room.
    indirect case cards([PageSection])
    /// Parts one under another beside other parts.
    indirect case stack([PageSection])
    /// A form that is one tap away: folded until it is asked for, open where it was refused.
    case folded(SectionForm)
}

/// A form of a page: fields, hidden values and the button that names what it does.
public struct SectionForm: Sendable {
    let name: String
    let heading: String
    let text: [String]
    let action: Address
    let method: FormMethod
    let hidden: [(name: String, value: String)]
    let fields: [Field]
    let errors: [FieldError]
    let button: String
    let isMain: Bool
    let key: String?
    let hasFile: Bool

    /// A field of a form.
    public enum Field: Sendable {
        /// One that is filled in.
        case field(FormField)
        /// One that is chosen.
        case choice(ChoiceField)
    }

    /// A form.
    ///
    /// - Parameters:
    ///   - name: What tells it from other forms of the page.
    ///   - key: Drawn for this form alone, where sending it twice must do once what it says.
    ///   - hasFile: Whether a file goes with it.
    public init(
        name: String, heading: String, text: [String] = [], action: Address, method: FormMethod = .post,
        hidden: [(name: String, value: String)] = [], fields: [Field] = [], errors: [FieldError] = [],
        button: String, isMain: Bool = true, key: String? = nil, hasFile: Bool = false
    ) {
        self.hasFile = hasFile
        self.name = name
        self.heading = heading
        self.text = text
        self.action = action
        self.method = method
        self.hidden = hidden
        self.fields = fields
        self.errors = errors
        self.button = button
        self.isMain = isMain
        self.key = key
    }
}

extension DataTable {
    /// The same table where a heading says what its caption says.
    var captionUnseen: DataTable {
        var table = self
        table.isCaptionSeen = false
        return table
    }
}

/// How a section looks.
struct SectionView: Component {
    let section: PageSection
    let setting: PageSetting

    private var language: Language { setting.language }

    var body: some Markup {
        switch section {
        case .notice(let text, let tone): Notice(text, tone)
        case .text(let paragraphs): paragraphs.map { text in p { text } }
        case .links(let items): LinkRow(items)
        case .action(let item): p { item.button }
        case .hero(let label, let amount, let unit, let notes):
            Hero(label, amount, unit: unit, notes: notes, in: language)
        case .summary(let name, let heading, let rows):
            Card(name: name, heading: heading) { SummaryList(rows, in: language) }
        case .table(let table, let pages):
            Card(name: table.name, heading: table.caption) {
                table.captionUnseen
                pages
            }
        case .panel(let panel): panel
        case .form(let form): FormCard(model: form, setting: setting)
        case .grid(let grid): GridCard(model: grid, setting: setting)
        case .entries(let list): EntryCard(model: list, language: language)
        case .cards(let sections):
            div(.class(.cards)) { sections.map { SectionView(section: $0, setting: setting) } }
        case .stack(let sections):
            div(.class(.stack)) { sections.map { SectionView(section: $0, setting: setting) } }
        case .folded(let form): FoldedForm(model: form, setting: setting)
        }
    }
}

/// A form that is unfolded when it is wanted.
struct FoldedForm: Component {
    let model: SectionForm
    let setting: PageSetting

    var body: some Markup {
        ErrorSummary(model.errors, in: setting.language)
        section(.class([.card, .form]), .label(model.heading)) {
            details(with: model.errors.isEmpty ? [] : [.open]) {
                HTML.summary { model.heading }
                FormInside(model: model, setting: setting)
            }
        }
    }
}

/// A form on a card of its own.
struct FormCard: Component {
    let model: SectionForm
    let setting: PageSetting

    var body: some Markup {
        ErrorSummary(model.errors, in: setting.language)
        Card(name: model.name, heading: model.heading) { FormInside(model: model, setting: setting) }
    }
}

/// The words, fields and button of a form.
private struct FormInside: Component {
    let model: SectionForm
    let setting: PageSetting

    var body: some Markup {
        model.text.map { text in p { text } }
        if model.method == .get {
            form(.get, action: model.action) { inside }
        } else {
            ActionForm(model.action, setting, key: model.key, hasFile: model.hasFile) { inside }
        }
    }

    @MarkupBuilder private var inside: some Markup {
        model.hidden.map { HiddenField(name: $0.name, value: $0.value) }
        model.fields.map { FieldOf(field: $0) }
        ActionButton(model.button, isMain: model.isMain)
    }
}

private struct FieldOf: Component {
    let field: SectionForm.Field

    var body: some Markup {
        switch field {
        case .field(let field): field
        case .choice(let choice): choice
        }
    }
}

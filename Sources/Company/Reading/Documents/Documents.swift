internal import Formulas
internal import Messages

/// What a company's YAML files define, by section: the first step of reading a company.
///
/// Every file is read to its end whatever is found in it, so that one pass shows all faults.
struct Documents {
    /// A top-level key of the YAML files.
    enum Section: String, CaseIterable {
        case company, parameters, records, positions, units, tables, events, splits, metrics, plans, reports
        case accounts, selection, ladder, competencies, jobs, career
        case rateTables = "rate_tables"
    }

    /// One named definition of a section.
    struct Definition {
        let name: String
        let key: YAMLEntry
        let value: YAMLEntry

        /// Whether it stands in the program and not in a file of the company.
        var isBuiltIn: Bool { key.document.path == AccountKinds.path }
    }

    /// The sections that are one thing, not a list of names.
    private static let single: Set<Section> = [.company, .accounts, .ladder]

    private(set) var sections: [Section: [Definition]] = [:]

    /// Reads YAML files one after the other.
    init(_ texts: [SourceFile], _ findings: Findings) {
        for file in texts { read(file, findings) }
        // Key account work brings its own kinds, written in the company's own language.
        if !self[.accounts].isEmpty { read(AccountKinds.file, findings) }
    }

    /// The files of a company; that there is none is reported.
    init(ofCompany texts: [SourceFile], _ findings: Findings) {
        if texts.isEmpty {
            findings.report(
                "no-company", at: nil,
                LocalizedText(
                    en: "there is no YAML file in this folder, so there is no company",
                    ru: "в папке нет ни одного файла YAML, значит, нет и компании"),
                advice: .makeCompany)
        }
        self.init(texts, findings)
    }

    /// The definitions of a section as they are written, those among them that come twice.
    subscript(section: Section) -> [Definition] {
        get { sections[section] ?? [] }
        set { sections[section] = newValue }
    }

    private mutating func read(_ file: SourceFile, _ findings: Findings) {
        guard let text = Self.text(of: file, findings) else {
            findings.unreadable.append(file.path)
            return
        }
        let document = YAMLDocument(path: file.path, text: text) { findings.add($0) }
        if !document.isReadable { findings.unreadable.append(file.path) }
        guard let root = document.root else { return }
        collectSections(YAMLEntry(node: root, document: document), findings)
    }

    private static func text(of file: SourceFile, _ findings: Findings) -> String? {
        guard file.content.count <= CompanyReader.textLimit else {
            findings.report(
                "too-large", at: Place(file: file.path),
                LocalizedText(
                    en: "a YAML file may have \(CompanyReader.textLimit >> 20) MB; this one has more",
                    ru: "файл YAML может занимать \(CompanyReader.textLimit >> 20) МБ, а этот больше"),
                remedy: LocalizedText(en: "data belongs in CSV tables", ru: "данным место в таблицах CSV"))
            return nil
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            findings.report(
                "encoding", at: Place(file: file.path),
                LocalizedText(en: "the file is not UTF-8 text", ru: "файл не в кодировке UTF-8"),
                remedy: LocalizedText(en: "save it as UTF-8", ru: "сохраните его в UTF-8"))
            return nil
        }
        return text
    }

    private mutating func collectSections(_ root: YAMLEntry, _ findings: Findings) {
        guard let fields = Fields(root, findings) else { return }
        for section in Section.allCases {
            guard let entry = fields.take(section.rawValue) else { continue }
            if Self.single.contains(section) {
                sections[section, default: []].append(Definition(name: section.rawValue, key: entry, value: entry))
            } else if let pairs = entry.pairs {
                sections[section, default: []] += pairs.compactMap { key, value in
                    findings.text(key).map { Definition(name: $0, key: key, value: value) }
                }
            } else if entry.text != nil || entry.isList {
                findings.expected(
                    LocalizedText(en: "a mapping of names", ru: "список вида «имя: описание»"), at: entry,
                    remedy: LocalizedText(
                        en: "write '\(section.rawValue):' and below it, indented, 'name: …'",
                        ru: "пишите «\(section.rawValue):», а ниже с отступом «имя: …»"))
            }
        }
        fields.finish()
    }
}

extension SourceFile {
    /// Whether it is YAML.
    var isText: Bool { hasExtension("yaml") || hasExtension("yml") }

    /// Whether it is a table.
    var isTable: Bool { isAnswer || hasExtension("csv") || isSheet }

    /// Whether it is a sheet of a workbook, written as CSV by whoever read the file.
    var isSheet: Bool { CompanyReader.workbookEndings.contains { hasExtension($0) } }

    private func hasExtension(_ name: String) -> Bool { path.lowercased().hasSuffix("." + name) }
}

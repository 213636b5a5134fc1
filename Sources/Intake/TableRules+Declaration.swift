import Company
import Importing

/// The keys of an entry under `tables`, as `Company` reads them and as `Importing` applies them.
extension TableRules {
    init(_ declaration: TableDeclaration) {
        self.init()
        reads = declaration.reads
        sheet = declaration.sheet
        encoding = declaration.encoding.flatMap(TextEncoding.init(rawValue:))
        delimiter = declaration.delimiter
        switch declaration.header {
        case .first: header = .first
        case .none: header = .none
        case .rows(let rows): header = .rows(rows)
        }
        decimal = declaration.decimal.flatMap(DecimalMark.init(byte:))
        decimals = declaration.decimals.compactMapValues(DecimalMark.init(byte:))
        dates = declaration.dates.flatMap(Dates.init(word:))
        datesByField = declaration.datesByField.compactMapValues(Dates.init(word:))
        dropsTime = declaration.dropsTime
        zone = declaration.zone
        year = declaration.year
        empty = declaration.empty
        dropsTotals = declaration.dropsTotals
        dropsNotes = declaration.dropsNotes
        fill = declaration.fill.mapValues { fill in
            switch fill {
            case .down: .down
            case .up: .up
            }
        }
        skip = declaration.skip
        columns = declaration.columns.mapValues { source in
            switch source {
            case .named(let name): .named(name)
            case .number(let number): .number(number)
            }
        }
        constants = declaration.constants
        switch declaration.id {
        case .row?: id = .row
        case .fields(let fields)?: id = .fields(fields)
        case nil: id = nil
        }
        wide = declaration.wide.map { Wide(columns: $0.columns, key: $0.key, values: $0.values) }
        owners = declaration.owners.map { Owners(field: $0.field, separator: $0.separator) }
        names = declaration.names
        fingerprint = declaration.fingerprint.map(HeaderFingerprint.init(text:))
    }

    /// The same as an entry of a company; the table of splits for owners is not known here.
    var declaration: TableDeclaration {
        var declaration = TableDeclaration()
        declaration.reads = reads
        declaration.sheet = sheet
        declaration.encoding = encoding?.rawValue
        declaration.delimiter = delimiter
        switch header {
        case .first: declaration.header = .first
        case .none: declaration.header = .none
        case .rows(let rows): declaration.header = .rows(rows)
        }
        declaration.decimal = decimal?.rawValue.utf8.first
        declaration.decimals = decimals.compactMapValues(\.rawValue.utf8.first)
        declaration.dates = dates?.word
        declaration.datesByField = datesByField.mapValues(\.word)
        declaration.dropsTime = dropsTime
        declaration.zone = zone
        declaration.year = year
        declaration.empty = empty
        declaration.dropsTotals = dropsTotals
        declaration.dropsNotes = dropsNotes
        declaration.fill = fill.mapValues { fill in
            switch fill {
            case .down: .down
            case .up: .up
            }
        }
        declaration.skip = skip
        declaration.columns = columns.mapValues { column in
            switch column {
            case .named(let name): .named(name)
            case .number(let number): .number(number)
            }
        }
        declaration.constants = constants
        switch id {
        case .row?: declaration.id = .row
        case .fields(let fields)?: declaration.id = .fields(fields)
        case nil: declaration.id = nil
        }
        declaration.wide = wide.map { TableDeclaration.Wide(columns: $0.columns, key: $0.key, values: $0.values) }
        declaration.owners = owners.map { TableDeclaration.Owners(field: $0.field, separator: $0.separator) }
        declaration.names = names
        declaration.fingerprint = fingerprint?.description
        return declaration
    }
}

extension DecimalMark {
    fileprivate init?(byte: UInt8) { self.init(rawValue: String(UnicodeScalar(byte))) }
}

extension TableRules.Dates {
    fileprivate init?(word: String) {
        if word == "serial" {
            self = .serial
        } else if let order = DayOrder(rawValue: word) {
            self = .order(order)
        } else {
            return nil
        }
    }

    fileprivate var word: String {
        switch self {
        case .order(let order): order.rawValue
        case .serial: "serial"
        }
    }
}

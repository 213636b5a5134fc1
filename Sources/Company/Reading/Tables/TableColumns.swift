/// The columns that the tables of a company have.
extension EventKind {
    /// The columns of its table.
    var tableColumns: [TableSchema.Column] {
        [TableSchema.Column("id", .key)] + ownFields.filter { !$0.isDerived }.map(\.column)
    }
}

extension RecordKind {
    /// The name of the kind of assignments.
    static let assignment = "assignment"

    /// The columns of its table.
    var tableColumns: [TableSchema.Column] {
        let titles = ["title", "title_en", "title_ru", "name"].map { TableSchema.Column($0, .code, isOptional: true) }
        let parent = name == BuiltInKind.unit ? [TableSchema.Column("parent", .code, isOptional: true)] : []
        return [TableSchema.Column("id", .key)] + titles + fields.map(\.column) + parent
    }

    /// The columns of the table of assignments, when it is that kind.
    var assignmentColumns: [TableSchema.Column] {
        [
            TableSchema.Column("person", .code), TableSchema.Column("position", .code),
            TableSchema.Column("unit", .code), TableSchema.Column("manager", .code, isOptional: true),
            TableSchema.Column("from", .day), TableSchema.Column("until", .day, isOptional: true),
            TableSchema.Column("share", .percent, isOptional: true),
        ] + fields.map(\.column)
    }
}

extension RecordedValues {
    /// The columns of `targets` or `entered`.
    static func tableColumns(entered isEntered: Bool) -> [TableSchema.Column] {
        let columns = [
            TableSchema.Column("metric", .code), TableSchema.Column("subject", .code, isOptional: true),
            TableSchema.Column("period", .code), TableSchema.Column("value", .percent),
        ]
        guard isEntered else { return columns }
        return columns + [
            TableSchema.Column("author", .code), TableSchema.Column("evidence", .code, isOptional: true),
            TableSchema.Column("date", .day, isOptional: true),
        ]
    }
}

extension Field {
    /// The field as a column of a table.
    var column: TableSchema.Column {
        var column = TableSchema.Column(name, type.columnType, isOptional: isOptional)
        column.isDeclared = true
        return column
    }
}

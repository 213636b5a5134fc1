import Formulas
internal import Messages

/// What is known of a table when the pieces up to some one have been joined, in their order.
struct JointTable {
    /// Where the next row begins in the file.
    private(set) var end: Int
    /// How many lines come before it.
    private(set) var lines: Int
    /// How many rows were kept.
    private(set) var rows = 0
    /// How many rows there are, kept or not.
    private(set) var totalRows = 0
    /// What is wrong with rows.
    private(set) var report: FaultReport
    /// What is wrong with bytes.
    private(set) var check: SourceCheck
    /// For each column of keys how many bytes they have.
    private(set) var keyBytes: [Int]
    /// The texts of columns of codes.
    private(set) var dictionaries: [TextDictionary]
    /// For each column of numbers the scale of each piece, with the first row that has it.
    private(set) var scales: [[(row: Int, scale: Int)]]
    /// The finest scale of each column of numbers.
    private(set) var finest: [Int]
    /// The largest magnitude of each column of numbers, at that scale.
    private var largest: [UInt64]
    /// Why the table cannot be read to its end.
    var failure: ByteSourceFailure?
    /// Whether a row fits others or not only as all rows before it are known.
    private(set) var dependsOnOrder = false

    /// Where the rows of a piece go.
    struct Place {
        var row = 0
        var linesBefore = 0
        var keyBytes: [Int] = []
    }

    init(columns: Int, from start: Int, line: Int, _ report: FaultReport, _ check: SourceCheck) {
        end = start
        lines = line - 1
        self.report = report
        self.check = check
        keyBytes = [Int](repeating: 0, count: columns)
        dictionaries = [TextDictionary](repeating: TextDictionary(), count: columns)
        scales = [[(row: Int, scale: Int)]](repeating: [], count: columns)
        finest = [Int](repeating: 0, count: columns)
        largest = [UInt64](repeating: 0, count: columns)
    }

    /// Whether lines have more numbers than there are.
    var hasTooManyLines: Bool { lines >= Int(Int32.max) }

    /// Whether nothing behind matters any more.
    var isOver: Bool { failure != nil || dependsOnOrder || hasTooManyLines }

    /// Notes what was found in the bytes of a piece.
    mutating func take(_ finding: SourceCheck.Finding, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        check.take(finding, bytes, at: offset)
    }

    /// Joins the next piece.
    ///
    /// - Parameter isAlone: Whether one reader reads all pieces, so that it knows the numbers of all rows before.
    mutating func take(
        _ reader: PieceReader, _ translations: inout [Translation], isAlone: Bool
    ) -> Place {
        let place = Place(row: rows, linesBefore: lines, keyBytes: keyBytes)
        if reader.log.dependsOnOtherRows, !isAlone { dependsOnOrder = true }
        for (index, column) in reader.columns.enumerated() {
            switch column.rows {
            case .key(let keys): keyBytes[index] += keys.bytes.count
            case .decimal(let numbers): take(numbers.scale, column.largest, index)
            case .code(let codes):
                guard let texts = column.texts else { break }
                translate(codes.codes, texts, reader.lineNumbers, index, &translations[index])
            default: break
            }
        }
        report.take(reader.log, linesBefore: lines)
        rows += reader.lineNumbers.count
        totalRows += reader.totalRows
        lines += reader.lines
        end = reader.end
        return place
    }

    private mutating func take(_ scale: Int, _ most: UInt64, _ index: Int) {
        let common = max(finest[index], scale)
        let factors = (DecimalBuilder.powers[common - finest[index]], DecimalBuilder.powers[common - scale])
        let first = largest[index].multipliedReportingOverflow(by: factors.0.magnitude)
        let second = most.multipliedReportingOverflow(by: factors.1.magnitude)
        largest[index] = max(first.partialValue, second.partialValue)
        finest[index] = common
        if first.overflow || second.overflow || largest[index] > UInt64(Int64.max) { dependsOnOrder = true }
        if scales[index].last?.scale != scale { scales[index].append((rows, scale)) }
    }

    /// Gives the texts of a piece their codes in the whole table, in the order of first appearance.
    private mutating func translate(
        _ codes: [Int32], _ texts: DistinctTexts, _ lineNumbers: [Int32], _ index: Int, _ translation: inout Translation
    ) {
        translation.grow(to: texts.count)
        guard translation.missing > 0 else { return }
        let before = Int32(truncatingIfNeeded: lines)
        for (row, code) in codes.enumerated() {
            if translation.missing == 0 { return }
            guard code >= 0, translation.codes[Int(code)] < 0 else { continue }
            let start = texts.offsets[Int(code)]
            translation.codes[Int(code)] = dictionaries[index].code(
                texts.bytes.span, start, texts.offsets[Int(code) + 1] - start, line: lineNumbers[row] &+ before)
            translation.missing -= 1
        }
    }
}

/// The codes in the whole table of the texts that one reader knows.
struct Translation {
    /// The codes by those of the reader; -1 where the text was in no row that was kept.
    fileprivate(set) var codes: [Int32] = []
    fileprivate var missing = 0

    fileprivate mutating func grow(to count: Int) {
        missing += count - codes.count
        codes += repeatElement(-1, count: count - codes.count)
    }
}

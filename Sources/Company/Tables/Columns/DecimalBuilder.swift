/// Builds a column of numbers that share one number of decimal places.
///
/// The scale grows when a number needs more places than any before it; what was kept is then multiplied up.
struct DecimalBuilder: BlockColumn {
    let slot: Int
    let isOptional: Bool
    let mark: UInt8
    let isPercent: Bool
    private var waiting: [Int64] = []
    private var places: [UInt8] = []
    private var values: [Int64] = []
    private var scale = 0
    /// The largest magnitude so far at the present scale, which tells whether the scale can still grow.
    private(set) var largest: UInt64 = 0
    /// The scale and the largest magnitude in front of the present piece.
    private var before: (scale: Int, largest: UInt64) = (0, 0)

    init(slot: Int, isOptional: Bool, mark: UInt8, isPercent: Bool) {
        self.slot = slot
        self.isOptional = isOptional
        self.mark = mark
        self.isPercent = isPercent
    }

    mutating func judge(_ block: inout RowBlock, _ bytes: Span<UInt8>) {
        waiting.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        let aside = block.aside
        for row in 0..<block.count {
            let cell = block.cells[row &* block.width &+ slot]
            guard block.states[row] != .broken, cell.length > 0 else {
                waiting.append(DecimalColumn.empty)
                places.append(0)
                if !isOptional, block.states[row] != .broken { block.refuse(row: row, slot: slot, .emptyCell) }
                continue
            }
            let reading =
                cell.aside < 0
                ? DecimalCell.read(bytes, cell.start, Int(cell.length), mark: mark, isPercent: isPercent)
                : DecimalCell.read(aside.span, cell.textStart, Int(cell.length), mark: mark, isPercent: isPercent)
            waiting.append(reading.digits)
            places.append(UInt8(truncatingIfNeeded: reading.places))
            if let fault = reading.fault { block.refuse(row: row, slot: slot, fault) }
        }
    }

    /// Brings the block's numbers to the column's scale, or the column to theirs.
    mutating func settle(_ block: inout RowBlock) {
        for row in 0..<block.count where block.states[row] == .good {
            var value = waiting[row]
            if value == DecimalColumn.empty { continue }
            var own = Int(places[row])
            while own > scale, value % 10 == 0 {
                value /= 10
                own -= 1
            }
            if own > scale, !grow(to: own, settled: row) {
                block.refuse(row: row, slot: slot, .tooLargeTogether)
                continue
            }
            if own < scale {
                let (product, overflow) = value.multipliedReportingOverflow(by: Self.powers[scale - own])
                if overflow {
                    block.refuse(row: row, slot: slot, .tooLargeTogether)
                    continue
                }
                value = product
            }
            waiting[row] = value
            largest = max(largest, value.magnitude)
        }
    }

    /// Multiplies up everything kept and the block's rows before this one; false when some number would not fit.
    private mutating func grow(to places: Int, settled: Int) -> Bool {
        let factor = Self.powers[places - scale]
        let (product, overflow) = largest.multipliedReportingOverflow(by: factor.magnitude)
        guard !overflow, product <= UInt64(Int64.max) else { return false }
        largest = product
        scale = places
        for index in values.indices where values[index] != DecimalColumn.empty { values[index] *= factor }
        // Rows of the block that were refused hold numbers of any size: nobody will look at them.
        for row in 0..<settled where waiting[row] != DecimalColumn.empty { waiting[row] &*= factor }
        return true
    }

    mutating func keep(_ block: RowBlock, _ bytes: Span<UInt8>) {
        values.append(good: block, from: waiting)
    }

    func prepare(_ cells: inout PlainColumn) { cells.scale = scale }

    mutating func adopt(_ cells: PlainColumn, rows: Int) {
        let numbers = cells.block(rows, as: Int64.self)
        for number in numbers where number != DecimalColumn.empty { largest = max(largest, number.magnitude) }
        values.append(contentsOf: numbers)
    }

    mutating func beginPiece() {
        values.removeAll(keepingCapacity: true)
        before = (scale, largest)
    }

    mutating func repeatPiece() {
        values.removeAll(keepingCapacity: true)
        (scale, largest) = before
    }

    var rows: ColumnData { .decimal(DecimalColumn(values: values, scale: scale)) }

    /// The powers of ten up to the largest scale.
    static let powers: [Int64] = (0...DecimalColumn.maximumScale).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

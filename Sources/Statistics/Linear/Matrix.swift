/// A table of numbers; rows are people (or whatever was observed), columns what was observed of them.
public struct Matrix: Hashable, Sendable {
    /// How many rows.
    public let rows: Int
    /// How many columns.
    public let columns: Int
    private var cells: [Double]

    /// A table from its rows, all of one length, all values finite; a position counts along the rows.
    public init(rows table: [[Double]]) throws(Undefined) {
        rows = table.count
        columns = table.first?.count ?? 0
        cells = []
        cells.reserveCapacity(rows * columns)
        for row in table {
            try Check.sameLength(columns, row.count)
            cells += row
        }
        try Check.finite(cells)
    }

    /// A table of one value.
    init(repeating value: Double, rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        cells = Array(repeating: value, count: rows * columns)
    }

    /// The table with ones on its diagonal and zeros elsewhere.
    static func identity(_ size: Int) -> Matrix {
        var result = Matrix(repeating: 0, rows: size, columns: size)
        for place in 0..<size { result[place, place] = 1 }
        return result
    }

    /// A cell by row and column, from 0.
    public subscript(row: Int, column: Int) -> Double {
        get { cells[row * columns + column] }
        set { cells[row * columns + column] = newValue }
    }

    /// A row from left to right.
    public func row(_ row: Int) -> [Double] { Array(cells[row * columns..<(row + 1) * columns]) }

    /// A column from top to bottom.
    public func column(_ column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

    /// The rows of these places in this order, any of them more than once.
    func selecting(rows places: [Int]) -> Matrix {
        var result = Matrix(repeating: 0, rows: places.count, columns: columns)
        for (row, place) in places.enumerated() {
            for column in 0..<columns { result[row, column] = self[place, column] }
        }
        return result
    }

    /// Rows and columns of these places.
    func block(_ places: [Int]) -> Matrix {
        var result = Matrix(repeating: 0, rows: places.count, columns: places.count)
        for (row, from) in places.enumerated() {
            for (column, to) in places.enumerated() { result[row, column] = self[from, to] }
        }
        return result
    }

    /// Rows and columns changed.
    var transposed: Matrix {
        var result = Matrix(repeating: 0, rows: columns, columns: rows)
        for row in 0..<rows { for column in 0..<columns { result[column, row] = self[row, column] } }
        return result
    }

    static func * (left: Matrix, right: Matrix) -> Matrix {
        var result = Matrix(repeating: 0, rows: left.rows, columns: right.columns)
        for row in 0..<left.rows {
            for inner in 0..<left.columns {
                let factor = left[row, inner]
                for column in 0..<right.columns { result[row, column] += factor * right[inner, column] }
            }
        }
        return result
    }

    static func * (left: Matrix, right: [Double]) -> [Double] {
        (0..<left.rows).map { row in right.indices.reduce(0) { $0 + left[row, $1] * right[$1] } }
    }
}

/// Columns turned into perpendicular ones of length 1: X = Q·R (Gram and Schmidt, each column twice).
///
/// Taking away twice what a column shares with those before makes Q perpendicular to rounding (Giraud and others,
/// 2005), as Householder's reflections do, and shows in passing which column follows from the others.
struct Orthogonal {
    /// The perpendicular columns.
    private(set) var basis: [[Double]] = []
    /// R by column: what each column takes of those before and of its own.
    private(set) var factors: [[Double]] = []

    /// Undefined where of some columns less than 10⁻¹⁰ remains beside those before them.
    init(columns: [[Double]]) throws(Undefined) {
        var followers: [Int] = []
        for (place, column) in columns.enumerated() {
            var rest = column
            var taken = [Double](repeating: 0, count: basis.count)
            for _ in 0..<2 {
                for (earlier, direction) in basis.enumerated() {
                    let share = Self.dot(direction, rest)
                    taken[earlier] += share
                    for row in rest.indices { rest[row] -= share * direction[row] }
                }
            }
            let length = Self.dot(rest, rest).squareRoot()
            guard length > 1e-10 * Self.dot(column, column).squareRoot(), length.isFinite else {
                followers.append(place)
                continue
            }
            basis.append(rest.map { $0 / length })
            factors.append(taken + [length])
        }
        guard followers.isEmpty else { throw .singular(columns: followers) }
    }

    /// b with the smallest |y − X·b|.
    func coefficients(of y: [Double]) -> [Double] { solve(basis.map { Self.dot($0, y) }) }

    /// x with R·x = b.
    private func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in x.indices.reversed() {
            for later in (row + 1)..<max(x.count, row + 1) { x[row] -= factors[later][row] * x[later] }
            x[row] /= factors[row][row]
        }
        return x
    }

    /// R⁻¹ by column.
    private var inverseFactors: [[Double]] {
        basis.indices.map { column in solve(basis.indices.map { $0 == column ? 1 : 0 }) }
    }

    /// R⁻¹·M·R⁻ᵀ, for a symmetric M; with the identity it is (XᵀX)⁻¹.
    func sandwich(_ middle: Matrix) -> Matrix {
        let columns = inverseFactors
        let size = columns.count
        var inverse = Matrix(repeating: 0, rows: size, columns: size)
        for (column, values) in columns.enumerated() {
            for (row, value) in values.enumerated() { inverse[row, column] = value }
        }
        return inverse * middle * inverse.transposed
    }

    /// How much of its own fitted value each row decides, from 0 to 1.
    var leverages: [Double] {
        var sums = [Double](repeating: 0, count: basis.first?.count ?? 0)
        for direction in basis { for (row, value) in direction.enumerated() { sums[row] += value * value } }
        return sums
    }

    static func dot(_ first: [Double], _ second: [Double]) -> Double {
        var sum = 0.0
        for place in first.indices { sum += first[place] * second[place] }
        return sum
    }
}

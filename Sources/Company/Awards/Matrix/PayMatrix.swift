public import Formulas
internal import Messages

/// Pay by two results at once, such as sales and margin: the rows and the columns of a table are lower bounds of two figures, and
/// the cell that both reach is paid.
///
/// For where one goal must not be reached at the cost of the other (the "matrix" of sales compensation: at most two measures, both
/// in one table, so that everybody can look up what more of either is worth).
public struct PayMatrix: Sendable {
    /// What the rows are lower bounds of.
    public var rowFigure: Checked<Measure>
    /// What the columns are lower bounds of.
    public var columnFigure: Checked<Measure>
    /// The bounds and the cells.
    public var table: PayMatrixTable
    /// What the numbers in the cells are.
    public var cells: Cells

    /// What the numbers in the cells of a matrix are.
    public enum Cells: Sendable {
        /// Amounts of money.
        case amounts
        /// Shares of a target amount; of the plan's when `nil`.
        case shares(of: Checked<Measure>?)
    }
}

extension PayMatrix: AwardKind {
    package var sharedBy: AwardGroup? { nil }

    package var asked: AskedByAward {
        switch cells {
        case .amounts: AskedByAward(onlyFormulas: [rowFigure, columnFigure])
        case .shares(let target):
            AskedByAward(
                formulas: [rowFigure, columnFigure, target], metrics: [], figures: [], ofEachPerson: [],
                targetPay: target == nil ? .ofPlan : .own, paidOn: nil, targetsOver: nil)
        }
    }

    package var earlierPeriods: EarlierPeriods { .none }
    package var timeShare: TimeShare { .unlessDenied }
    package static var table: AwardTable? { nil }
}

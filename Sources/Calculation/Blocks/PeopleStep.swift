internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// One step of a ``PeopleProgram``: a number for each person of a batch, or none, out of what earlier steps gave.
///
/// Numbers in it are those of earlier steps, or places in the program's tables. Unlike those of a ``LineStep``, the decimal places
/// of its numbers, and whether 64 bits hold them, are known only when it is computed: figures are sums, of which no useful bound
/// is known before.
enum PeopleStep: Hashable {
    case constant(Int)
    /// What cells hold of each person.
    case figure(Int)
    /// What was added up from the bottom of the organisation.
    case rollup(Int)
    case variable(Variable)
    /// What there is no step for.
    case asked(Int)
    case combine(BinaryOperator.Arithmetic, Int, Int)
    case compare(BinaryOperator.Comparison, Int, Int)
    case decide(BinaryOperator.Connective, Int, Int)
    case not(Int)
    case choice(Int, then: Int, otherwise: Int)
    case instead(Int, Int)
    case extreme(smaller: Bool, Int, Int)
    case rounded(Int, DecimalPlaces, Rounding)
    /// To multiples of a constant, which is above zero.
    case multiple(Int, of: Int, Rounding)
    /// A function of what some steps give, number by number.
    case applied(ArithmeticFunction, Int)
}

/// A part of a formula that is asked of ``MeasureEvaluator``.
struct PeopleQuestion {
    let formula: Checked<Measure>
    /// The place where it is asked, by its number in the program.
    let place: Int
    let way: Way
    /// Whether events decide what it gives.
    let asksEvents: Bool
    /// The metric in which it stands; `nil` when it stands in a formula that was asked for itself.
    let metric: Int?
    /// Why every person has to be asked for; `nil` when a look-up does for most.
    let obstacle: PeopleObstacle?

    /// How often it has to be asked.
    enum Way: Hashable {
        /// For every person.
        case each
        /// Once for all.
        case company
        /// Once for each unit.
        case unit
    }
}

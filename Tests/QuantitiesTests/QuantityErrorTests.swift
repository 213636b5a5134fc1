import Quantities
import Testing

@Suite("Errors")
struct QuantityErrorTests {
    @Test(
        "each says in one line what is wrong",
        arguments: [
            (.overflow(.weighing), "the result is out of range: adding weights"),
            (.divisionByZero, "division by zero"),
            (.notANumber("1,5"), "\"1,5\" is not a decimal number"),
            (.tooManyDecimals("0.00000000000000001"), "\"0.00000000000000001\" has more than 16 decimals"),
            (.placesOutOfRange(17), "17 decimal places: from 0 to 16 are possible"),
            (.unitMismatch(.days, .pieces), "days and pcs are different units"),
            (.currencyMismatch(.rouble, .dollar), "RUB and USD are different currencies"),
            (.noWeights, "there is no weight above zero to divide by"),
            (.negativeWeight(-2), "the weight -2 is below zero"),
            (.belowLeast(4, 5), "there are 4, at least 5 are needed"),
            (.stepNotPositive(0), "the step is 0, it must be above zero"),
        ] as [(QuantityError, String)])
    func text(error: QuantityError, expected: String) {
        #expect(error.description == expected)
    }
}

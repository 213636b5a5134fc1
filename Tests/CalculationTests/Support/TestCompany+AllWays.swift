import Formulas
import Messages
import Periods
import Testing

@testable import Calculation

extension TestCompany {
    /// What ``pay(_:)`` gives, after all ways to calculate have given the same lines: row by row, in columns on one
    /// thread and on four, and as a live run.
    func payInAllWays(_ period: String) async throws -> [String: String] {
        let expected = try lines(period)
        let columns = await LineEngine.computed(model)
        let fast = Run(model, columns)
        let tasks = fast.tasks(in: try range(period))
        #expect(await run.lines(tasks, threads: 4) == expected, "row by row, four threads")
        #expect(tasks.flatMap { fast.lines($0) } == expected, "in columns, period by period")
        #expect(await fast.lines(tasks, threads: 1) == expected, "in columns")
        #expect(await fast.lines(tasks, threads: 4) == expected, "in columns, four threads")
        #expect(LiveRun(columns, in: try range(period)).lines == expected, "live")
        return try pay(period)
    }
}

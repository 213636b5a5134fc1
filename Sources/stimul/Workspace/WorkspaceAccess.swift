import ArgumentParser
import Company
import Foundation
internal import Messages
import Payroll
import Storage
internal import StoredColumns

/// What every command that remembers something takes: the company, and who acts.
struct ActorOption: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: .said(
            en: "Who does this: a person, by the identifier or the name.",
            ru: "Кто это делает: идентификатор или имя сотрудника."))
    var actor: String
}

extension CompanyFolder {
    /// Whether there is text and no table: the rows, if any, are in the workspace.
    func holdsTextAlone() throws(FileProblem) -> Bool {
        try paths().allSatisfy(Self.isText)
    }

    /// The company's text, without its tables.
    func text() throws(FileProblem) -> [SourceFile] {
        try files().filter { Self.isText($0.path) }
    }
}

extension Console {
    /// The workspace of a company folder.
    ///
    /// - Parameter creating: Whether one is made when there is none yet.
    func workspace(_ company: String, creating: Bool = false) throws -> Workspace {
        try stopping {
            try creating
                ? Workspace.openOrCreate(at: company, clock: Self.now) : Workspace.open(at: company, clock: Self.now)
        }
    }

    /// The workspace and the text of a company folder.
    func payCycle(_ company: String, threads: Int = 2, creating: Bool = false) throws -> PayCycle {
        let text: [SourceFile]
        do { text = try CompanyFolder(path: company).text() } catch {
            fail(error.text)
            throw ExitStatus.files
        }
        return payCycle(try workspace(company, creating: creating), of: company, text: text, threads: threads)
    }

    /// A workspace and some text, with the columns that are kept beside it.
    func payCycle(
        _ workspace: Workspace, of company: String, text: [SourceFile], threads: Int = 2
    ) -> PayCycle {
        PayCycle(
            workspace, text: text, threads: threads, columns: WorkspaceColumns(of: company, program: Stimul.build))
    }

    /// Runs a step; a failure is told with its remedy, and ends the command.
    func stopping<Value>(_ step: () throws -> Value) throws -> Value {
        do { return try step() } catch { throw stop(error) }
    }

    /// As ``stopping(_:)``, for steps that wait.
    func stopping<Value>(_ step: () async throws -> Value) async throws -> Value {
        do { return try await step() } catch { throw stop(error) }
    }

    /// Tells a failure, and gives the exit code that ends the command.
    private func stop(_ error: any Error) -> any Error {
        let failure = PayrollFailure(error)
        // What was written means nothing here, so the command line is at fault.
        if case .refused(let refusal) = failure, refusal.kind == .input {
            return ValidationError(failure.told[language])
        }
        for diagnostic in failure.diagnostics { show(diagnostic) }
        fail(failure.told)
        return failure.isOfFiles ? ExitStatus.files : ExitStatus.faults
    }

    /// The moment of now in UTC, as the workspace notes it.
    static let now: @Sendable () -> String = { Date.now.formatted(.iso8601) }
}

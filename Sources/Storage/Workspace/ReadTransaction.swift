/// One state of the workspace.
///
/// It belongs to the closure that was given it, and to its transaction.
public class ReadTransaction {
    let connection: Connection

    init(_ connection: Connection) { self.connection = connection }
}

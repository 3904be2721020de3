/// A desk of the officer whom a command is about, and whom it holds.
package struct AttendedDesk: Sendable {
    /// The desk.
    package let desk: Desk
    /// Called to it or in interview there, with their calls.
    package let held: [(person: Reception, call: Call?)]

    /// A desk with whom it holds.
    package init(desk: Desk, held: [(person: Reception, call: Call?)]) {
        self.desk = desk
        self.held = held
    }
}

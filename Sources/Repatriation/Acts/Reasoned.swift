/// What may say why.
package protocol Reasoned {
    /// Why; nil where nobody said.
    var reason: String? { get set }
}

extension GroupAct where Self: Reasoned {
    /// Of a group, and why.
    package init(_ group: Identifier<Group>, reason: String?) {
        self.init(group)
        self.reason = reason
    }
}

extension ReceptionAct where Self: Reasoned {
    /// Of somebody, and why.
    package init(_ reception: Identifier<Reception>, reason: String? = nil) {
        self.init(of: reception)
        self.reason = reason
    }
}

/// How somebody has shown who they are.
package enum IdentityProof: String, Code {
    /// The operating system's account that runs the program is bound to them; so may be a counter's
    /// that several share.
    case account
    /// Their own password.
    case password
    /// Practice asks for none.
    case practice

    /// What nobody else has.
    package var isOwn: Bool { self != .account }
}

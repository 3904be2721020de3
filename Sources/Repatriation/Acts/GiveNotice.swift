/// The privacy notice was given; it comes before the first question. Given again, the first hour
/// stands.
package struct GiveNotice: AttentionAct {
    package static let row = ActRow<Self>(
        .noticeGiven, .interview, says: EventKind.noticeGiven.label.stopped,
        [.integer("version", 0...9999, \.version), .code("how", \.how)])

    package var reception = Identifier<Reception>(0)
    /// Which.
    package var version = 0
    /// How.
    package var how = Notice.read

    package init() {}

    /// To somebody, which and how.
    package init(_ reception: Identifier<Reception>, version: Int, _ how: Notice) {
        self.reception = reception
        self.version = version
        self.how = how
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.requireInside()
        let before = person.reception
        guard before.noticeVersion != version || before.notice != how else {
            return person.unchanged()
        }
        var after = before
        after.notice = how
        after.noticeVersion = version
        after.noticeAt = before.noticeVersion == version ? before.noticeAt : person.context.now
        return person.decision(.noticeGiven, after)
    }
}

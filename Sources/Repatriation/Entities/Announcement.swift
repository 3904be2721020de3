/// What is known of a group before and when it comes; nil is «not said».
package struct Announcement: Sendable, Equatable {
    /// How the group comes.
    package var mode: Mode?
    /// Who hands over.
    package var authority: Authority?
    /// Office or sector of the authority.
    package var office: String?
    /// When it should come.
    package var expectedAt: Instant?
    /// How many people the US paper declares.
    package var count: Int?
    /// Who called to announce it.
    package var calledBy: String?
    /// The phone of who called.
    package var phone: String?
    /// How many medical cases there are.
    package var medical: Int?
    /// How many families there are.
    package var families: Int?
    /// How many of the people are children.
    package var children: Int?

    /// Nothing said yet.
    package init() {}
}

extension Group {
    /// Takes what an announcement says; what it does not say stays.
    mutating func take(_ said: Announcement) {
        mode = said.mode ?? mode
        authority = said.authority ?? authority
        office = said.office ?? office
        expectedAt = said.expectedAt ?? expectedAt
        declared = said.count ?? declared
        calledBy = said.calledBy ?? calledBy
        phone = said.phone ?? phone
        medical = said.medical ?? medical
        families = said.families ?? families
        children = said.children ?? children
    }
}

/// What is said of a provider; nil is «as it was».
package struct ProviderWords: Sendable, Equatable {
    /// As it is called.
    package var name: String?
    /// What it is.
    package var institution: ProviderKind?
    /// What people are referred to it for.
    package var serves: Set<ReferralKind>?
    /// Whom it takes by sex; empty is all.
    package var sexes: Set<Sex>?
    /// The youngest it takes, in years.
    package var fromAge: Int?
    /// The oldest it takes, in years.
    package var toAge: Int?
    /// Whether families are taken together.
    package var takesFamilies: Bool?
    /// When it is open, written as a point's hours; empty is always.
    package var hours: String?
    /// How many it takes at once; fewer than are kept now are refused.
    package var places: Int?
    /// Phone and person.
    package var contact: String?
    /// Whether it is no longer offered.
    package var isRetired: Bool?

    /// Nothing said yet.
    package init() {}
}

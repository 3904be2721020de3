/// Whether the hour that the machine shows is in doubt now, and nobody vouched for it.
package struct HourInDoubt: OnlyQuery {
    package typealias Answer = Bool
    package init() {}
}

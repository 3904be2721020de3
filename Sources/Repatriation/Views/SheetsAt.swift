/// The sheets of a point's drawer that are not void: those in use, and those that are left.
package struct SheetsAt: PointQuery {
    package typealias Answer = [Paper]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

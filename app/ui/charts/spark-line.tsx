import type { Spark } from './draw-xmr'
import { PointShapePath } from './point-shape'

/** The course of a measure at a glance; the row that it stands in says in words what it shows. */
export function SparkLine({ spark }: { spark: Spark }) {
  const { x, y, shape } = spark.last
  return (
    <svg
      width="132"
      height="36"
      viewBox="0 0 132 36"
      aria-hidden="true"
      className="chart inline-block overflow-visible"
    >
      {spark.mean ? (
        <path
          d={spark.mean}
          fill="none"
          stroke="currentColor"
          className="text-edge"
          strokeWidth={1}
        />
      ) : null}
      {spark.target ? (
        <path
          d={spark.target}
          fill="none"
          stroke="currentColor"
          className="text-ink"
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray="1 4"
        />
      ) : null}
      <path
        d={spark.d}
        fill="none"
        stroke="currentColor"
        className="text-ink"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <g transform={`translate(${x} ${y})`}>
        <PointShapePath shape={shape} />
      </g>
    </svg>
  )
}

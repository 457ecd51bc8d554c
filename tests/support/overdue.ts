/** A filing password of 2024 whose rotation is long overdue, written at this time (Unix milliseconds). */
export function overduePassword(at: number) {
  return {
    kind: 'credential',
    data: {
      kind: 'filing-password',
      label: '示例备案密码',
      origin: 'chosen',
      changedOn: '2024-01-05',
      rotationMonths: 6,
      isRetired: false,
    },
    createdAt: at,
    updatedAt: at,
  } as const
}

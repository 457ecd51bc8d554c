/** 正常, 有问题, 不适用. An item without a result was not looked at yet. */
export const CHECK_RESULTS = ['fine', 'problem', 'not-applicable'] as const
export type CheckResult = (typeof CHECK_RESULTS)[number]

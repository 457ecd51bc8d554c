/** 计划离任; 突然离任: the person is gone already and takes part in nothing. */
export const HANDOVER_MANNERS = ['planned', 'sudden'] as const
export type HandoverManner = (typeof HANDOVER_MANNERS)[number]

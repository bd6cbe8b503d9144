export { nearest } from '../format/nearest.ts';

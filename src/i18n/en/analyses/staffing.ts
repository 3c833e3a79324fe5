import type { Shape } from '../../shape';
import type { staffing as zh } from '../../zh-CN/analyses/staffing';

export const staffing = {
  name: 'Agents needed (Erlang C)',
  purpose:
    'From calls per hour, handling time and a service level: how many agents it takes, how long callers wait and how busy agents are.',
  field: {
    arrivals: 'Calls per hour',
    handling: 'Mean handling time (seconds)',
    level: 'Service level (%)',
    withinSeconds: 'Answered within (seconds)',
    shrinkage: 'Time off the phone (%)',
    mostOccupied: 'Highest occupancy (%)',
  },
  help: {
    arrivals: 'Calls that reach the queue for agents, in the busiest hour.',
    handling: 'Talk, hold and wrap-up. Where the data has a column of handling times, its mean is proposed.',
    level: 'Share of calls to be answered in time, often 80.',
    withinSeconds: 'Often 20 seconds: “80/20”.',
    shrinkage: 'Leave, training, breaks and meetings as a share of paid time; for the number of people to employ.',
    mostOccupied: 'Above 85% agents have no breath between calls and handling slows down. Empty means no limit.',
  },
  word: { agents: '{n} {n|agent|agents}', target: 'Target' },
  axis: { agents: 'Agents', level: 'Answered within {seconds} s' },
  tooltip:
    '{n} {n|agent|agents}\nAnswered within {seconds} s: {level}\nAverage speed of answer {wait} s\nCallers who wait {waiting}\nOccupancy {occupancy}',
  summary: 'Service level by number of agents: with {n} of them, {level} of the calls are answered within {seconds} s.',
  table: {
    caption: 'What a number of agents achieves at {arrivals} calls per hour of {handling} seconds each',
    agents: 'Agents',
    level: 'Answered within {seconds} s',
    wait: 'Average speed of answer (s)',
    waiting: 'Callers who wait',
    occupancy: 'Occupancy',
  },
  headline: {
    agents: 'Agents needed',
    paid: '{n} {n|person|people} to employ',
    level: 'Answered within {seconds} s',
    target: 'Target {target}',
    wait: 'Average speed of answer (s)',
    occupancy: 'Occupancy',
  },
  finding: {
    plan: '{n} {n|agent|agents} at once: {level} of the calls are answered within {seconds} s (target {target}), callers wait {wait} s on average, {waiting} of them wait at all, occupancy {occupancy}.',
    occupancy: 'The service level alone takes {n}; keeping occupancy at or below {most} takes more.',
    fewer: 'With one fewer ({n}), the service level falls to {level} and the mean wait is {wait} s.',
    unstable: 'With fewer than {n}, calls come faster than they can be handled, and the queue grows without end.',
    paid: 'With {shrinkage} of the time off the phone, about {paid} people are needed for {n} on the phone.',
  },
  check: {
    occupied: 'Occupancy {occupancy} is in the healthy range (60% to 85%).',
    tiring:
      'Occupancy {occupancy} is above 85%: hardly a pause between calls; over time mistakes rise and handling slows.',
    idle: 'Occupancy {occupancy} is below 60%: unavoidable with few calls; pooling queues or other work between calls may help.',
    noShrinkage: 'Leave, training and breaks are not counted: the number of people to employ is too low.',
    steady: 'Assumes random arrivals at one rate through the hour; plan each period on its own, not by the daily mean.',
    patience: 'Assumes that nobody hangs up; with abandonment waits are a little shorter and fewer agents would do.',
  },
  how: {
    load: 'Load A = {arrivals} calls × {handling} s ÷ 3600 = {load} erlangs.',
    waiting: 'With {n} agents a caller waits with probability P = {waiting} (Erlang C by the recursion of Erlang B).',
    level: 'Service level = 1 − {waiting} × e^(−{free} × {seconds} ÷ {handling}) = {level}, where {free} = agents − A.',
    wait: 'Average speed of answer = {waiting} × {handling} ÷ {free} = {wait} s.',
    occupancy: 'Occupancy = {load} ÷ {n} = {occupancy}.',
  },
} satisfies Shape<typeof zh>;

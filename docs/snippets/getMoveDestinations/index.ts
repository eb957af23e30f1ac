import * as iplb from "@pulumi/ovh-iplb";

const destinations = iplb.getMoveDestinationsOutput({
    ip: "192.0.2.10",
});

export const loadBalancers = destinations.loadBalancers;
export const others = destinations.others;

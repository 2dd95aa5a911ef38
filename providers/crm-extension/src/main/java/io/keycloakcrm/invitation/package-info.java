/**
 * The way in for one person: invitations, their codes, and the one step at a time by which an invitation becomes a
 * colleague who is signed in. Whoever comes first with a step decides it, in the database.
 *
 * <p>Who sends too much is stopped by three rules that are not one: an address has places, so that it never gets more than
 * its number in any 24 hours; text messages have a budget for the day, of thousands for a realm, which as places would be
 * thousands of rows; and at the door a network has a bucket that fills again, because an office behind one address must not
 * wait until tomorrow. The first two are taken in the transaction that sends and go back with it; the third, in one of its
 * own, counts whatever becomes of the request.
 */
@NullMarked
package io.keycloakcrm.invitation;

import org.jspecify.annotations.NullMarked;

// Written by `npm run api-types` from the OpenAPI document of the server. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the server answer, and its database? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this session is, and what it still owes */
        get: operations["getSession"];
        put?: never;
        /** Sign in with a password; 200 says what is still owed */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is this set-up link still good? */
        post: operations["checkSetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the first account, with the one-time link printed at the start */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the second factor that a sign-in owes */
        post: operations["finishSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeyRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to use a passkey */
        post: operations["askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock this session until something is proved again */
        post: operations["lockSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who sits there: unlocks, and lets factors change */
        post: operations["proveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s second factors */
        get: operations["listFactors"];
        put?: never;
        /** Add a second factor; with the first one come recovery codes */
        post: operations["addFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/applicationRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new key for an application that makes codes */
        post: operations["askForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeyRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to make a passkey */
        post: operations["askForNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/factors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one of one’s second factors away */
        delete: operations["removeFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/recoveryCodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new set of recovery codes in the place of the one before */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/members/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factors of an account away that has its roles in this centre alone; it enrols anew */
        delete: operations["resetMemberFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factors of an account away, wherever it has its roles; it enrols anew */
        delete: operations["resetAccountFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in account, its centres and what it may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose the language of the pages, and after how long without a movement they are covered */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where this account is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End every session of one’s own but this one */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/signIns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened at the sign-ins of this account, for six months */
        get: operations["listSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passwordResets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose another password; the same answer whoever asks */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passwordResets/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose password a link changes, while it is good */
        post: operations["checkPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passwordResets/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password by a link: good once, ends every session; the second factor is still asked at the next sign-in */
        post: operations["choosePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another address: a link to it confirms */
        post: operations["askAddressChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/addressChanges/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which address a link confirms, while it is good */
        post: operations["checkAddressChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/addressChanges/checkUndo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which address a link brings back, while it is good */
        post: operations["checkAddressUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/addressChanges/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a new address by its link; the former one is told */
        post: operations["confirmAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/addressChanges/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the former address back by its link: every session ends, and a password is chosen anew by the token that comes back */
        post: operations["undoAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the centres of the signed-in account */
        get: operations["listOrganizations"];
        put?: never;
        /** Enter a centre; its creator becomes its adviser or director-general */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the centres of the signed-in account as CSV or XLSX, whole */
        get: operations["exportOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a centre */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a centre (JSON Merge Patch) */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the pools that share an adviser */
        get: operations["listPools"];
        put?: never;
        /** Make a pool */
        post: operations["createPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Bring a centre into a pool from a date */
        put: operations["joinPool"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/firstSteps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first steps of a centre, and which of them are done */
        get: operations["getFirstSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due in the centres of the signed-in account, as it sees it */
        get: operations["listObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/obligations/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums of what is due by state, room, centre and month, with its first lines */
        get: operations["summarizeObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due in a centre, as the caller sees it */
        get: operations["listObligationsOfOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/obligations/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums of what is due in a centre, with its first lines */
        get: operations["summarizeObligationsOfOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rule that counts a deadline, with its source, its certainty and the value of the centre */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the length of a rule in a centre, within what the rule allows; a looser one with its reason */
        put: operations["setRule"];
        post?: never;
        /** Go back to the rule as it is */
        delete: operations["resetRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people */
        get: operations["listPeople"];
        put?: never;
        /** Add a person */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search people by words */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export people as CSV or XLSX, whole */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /** Delete a person */
        delete: operations["deletePerson"];
        options?: never;
        head?: never;
        /** Change a person (JSON Merge Patch) */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/organizations/{organizationId}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List services */
        get: operations["listServices"];
        put?: never;
        /** Add a service */
        post: operations["createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/services/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export services as CSV or XLSX, whole */
        get: operations["exportServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a service */
        get: operations["getService"];
        put?: never;
        post?: never;
        /** Delete a service */
        delete: operations["deleteService"];
        options?: never;
        head?: never;
        /** Change a service (JSON Merge Patch) */
        patch: operations["updateService"];
        trace?: never;
    };
    "/organizations/{organizationId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contracts */
        get: operations["listContracts"];
        put?: never;
        /** Add a contract */
        post: operations["createContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/contracts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export contracts as CSV or XLSX, whole */
        get: operations["exportContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a contract */
        get: operations["getContract"];
        put?: never;
        post?: never;
        /** Delete a contract */
        delete: operations["deleteContract"];
        options?: never;
        head?: never;
        /** Change a contract (JSON Merge Patch) */
        patch: operations["updateContract"];
        trace?: never;
    };
    "/organizations/{organizationId}/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mandates */
        get: operations["listMandates"];
        put?: never;
        /** Add a mandate */
        post: operations["createMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/mandates/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export mandates as CSV or XLSX, whole */
        get: operations["exportMandates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/mandates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a mandate */
        get: operations["getMandate"];
        put?: never;
        post?: never;
        /** Delete a mandate */
        delete: operations["deleteMandate"];
        options?: never;
        head?: never;
        /** Change a mandate (JSON Merge Patch) */
        patch: operations["updateMandate"];
        trace?: never;
    };
    "/organizations/{organizationId}/candidacies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List candidacies */
        get: operations["listCandidacies"];
        put?: never;
        /** Add a candidacy */
        post: operations["createCandidacy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/candidacies/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export candidacies as CSV or XLSX, whole */
        get: operations["exportCandidacies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/candidacies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a candidacy */
        get: operations["getCandidacy"];
        put?: never;
        post?: never;
        /** Delete a candidacy */
        delete: operations["deleteCandidacy"];
        options?: never;
        head?: never;
        /** Change a candidacy (JSON Merge Patch) */
        patch: operations["updateCandidacy"];
        trace?: never;
    };
    "/organizations/{organizationId}/peopleOverview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people, which functions are vacant or incompatible */
        get: operations["getPeopleOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/peopleDuplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that may be of one person, all pairs */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people/{id}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many records name a person, by table */
        get: operations["countReferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/peopleMerges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records made one that may still be undone */
        get: operations["listMerges"];
        put?: never;
        /** Make two records of one person one */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/peopleMerges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two records of one again, within ninety days */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownData": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this centre holds about oneself (GDPR 15) */
        get: operations["getOwnData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownData/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file to take along (GDPR 20) */
        get: operations["exportOwnData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownCorrectionRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one has asked to have corrected */
        get: operations["listOwnCorrectionRequests"];
        put?: never;
        /** Ask to have something corrected (GDPR 16) */
        post: operations["askCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownCorrectionRequests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a request that was not answered */
        post: operations["withdrawCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/correctionRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people ask to have corrected, open ones first */
        get: operations["listCorrectionRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/correctionRequests/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was corrected, or why not */
        post: operations["answerCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has left, and from when their data may be erased */
        get: operations["listRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the data of somebody whose retention has ended; nothing brings them back (GDPR 17) */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/organizationChart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services, their people, and who may see personal data */
        get: operations["getOrganizationChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/organizationChart/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization chart as PDF (landscape pages) or SVG (one drawing) */
        get: operations["downloadOrganizationChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/securityPlatform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on the security platform, and what awaits it */
        get: operations["getSecurityPlatform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/platformMeetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the meetings of the platform */
        get: operations["listPlatformMeetings"];
        put?: never;
        /** Call a meeting: without attendance, the members of that day */
        post: operations["createPlatformMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/platformMeetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a meeting: who, what, and which decisions it follows up */
        get: operations["getPlatformMeeting"];
        put?: never;
        post?: never;
        /** Delete a meeting that has no minutes */
        delete: operations["deletePlatformMeeting"];
        options?: never;
        head?: never;
        /** Change a meeting or its minutes (JSON Merge Patch) */
        patch: operations["updatePlatformMeeting"];
        trace?: never;
    };
    "/organizations/{organizationId}/platformDecisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the platform decided and whether it was done */
        get: operations["listPlatformDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/platformDecisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say when and how a decision was carried out (JSON Merge Patch) */
        patch: operations["updatePlatformDecision"];
        trace?: never;
    };
    "/organizations/{organizationId}/platformMeetings/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes or the convocation as HTML */
        get: operations["previewPlatformMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/platformMeetings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes or the convocation as PDF or Word: the frozen bytes once the minutes are approved */
        get: operations["downloadPlatformMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/platformMeetings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the minutes were approved, at the next meeting or by those present: they are frozen */
        post: operations["approvePlatformMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planActions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the actions of the plan */
        get: operations["listPlanActions"];
        put?: never;
        /** Add an action, with what it comes from */
        post: operations["createPlanAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planActions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the actions with their costs as CSV or XLSX, whole */
        get: operations["exportPlanActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planActions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an action */
        get: operations["getPlanAction"];
        put?: never;
        post?: never;
        /** Delete an action that is only planned and stands in no plan that was put to the council */
        delete: operations["deletePlanAction"];
        options?: never;
        head?: never;
        /** Change an action (JSON Merge Patch); one that recurs and is done has its next occurrence */
        patch: operations["updatePlanAction"];
        trace?: never;
    };
    "/organizations/{organizationId}/ownActions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The actions of the plan that one answers for, by name or by function */
        get: operations["listOwnActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownActions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say how far an action of one’s own is, or when and how it was done (JSON Merge Patch) */
        patch: operations["updateOwnAction"];
        trace?: never;
    };
    "/planCopies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy an action to other centres, each of which has its own from then on: to all of them, or to none */
        post: operations["copyPlanAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/adviceOverview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a decision or to be written, and the years of the register */
        get: operations["getAdviceOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the advice of a centre */
        get: operations["listAdvices"];
        put?: never;
        /** Begin an advice: a draft, without a number */
        post: operations["createAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the register of advice as CSV or XLSX, whole */
        get: operations["exportAdvices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/adviceRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The daily manager asks for an advice: the adviser has it to write */
        post: operations["requestAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an advice, and what was decided on it */
        get: operations["getAdvice"];
        put?: never;
        post?: never;
        /** Delete a draft */
        delete: operations["deleteAdvice"];
        options?: never;
        head?: never;
        /** Change a draft (JSON Merge Patch) */
        patch: operations["updateAdvice"];
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The advice, or the decision on it, as HTML */
        get: operations["previewAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The advice, or the decision on it, as PDF or Word: the frozen bytes once it is sent or taken */
        get: operations["downloadAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/adviceRegisters/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of the advice of a year as PDF or Word */
        get: operations["downloadAdviceRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an advice to the daily manager: it takes its number and is frozen */
        post: operations["sendAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow an advice, follow it in part or depart from it, with reasons: the decision is told and frozen */
        post: operations["decideAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say when a decision that was taken elsewhere was told to whoever gave the advice */
        post: operations["tellAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/advices/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an advice that nobody has decided on; its number stays */
        post: operations["withdrawAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inspections */
        get: operations["listInspections"];
        put?: never;
        /** Add a inspection */
        post: operations["createInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspections/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export inspections as CSV or XLSX, whole */
        get: operations["exportInspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a inspection */
        get: operations["getInspection"];
        put?: never;
        post?: never;
        /** Delete a inspection */
        delete: operations["deleteInspection"];
        options?: never;
        head?: never;
        /** Change a inspection (JSON Merge Patch) */
        patch: operations["updateInspection"];
        trace?: never;
    };
    "/organizations/{organizationId}/inspectionFindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inspectionFindings */
        get: operations["listInspectionFindings"];
        put?: never;
        /** Add a inspectionFinding */
        post: operations["createInspectionFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspectionFindings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export inspectionFindings as CSV or XLSX, whole */
        get: operations["exportInspectionFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspectionFindings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a inspectionFinding */
        get: operations["getInspectionFinding"];
        put?: never;
        post?: never;
        /** Delete a inspectionFinding */
        delete: operations["deleteInspectionFinding"];
        options?: never;
        head?: never;
        /** Change a inspectionFinding (JSON Merge Patch) */
        patch: operations["updateInspectionFinding"];
        trace?: never;
    };
    "/organizations/{organizationId}/inspections/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that was given */
        get: operations["downloadInspectionFile"];
        /** Give the file (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before */
        put: operations["giveInspectionFile"];
        post?: never;
        /** Take the file away */
        delete: operations["removeInspectionFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/formalAudit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the next formal audit is due, and from when it is counted */
        get: operations["getFormalAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspections/{id}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reads the centre for this audit, and until when */
        get: operations["listAuditorAccesses"];
        put?: never;
        /** Let somebody read this centre, and nothing more, from a day to a day: by a link to their address */
        post: operations["giveAuditorAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/inspections/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The findings of an audit and their follow-up, as PDF or Word */
        get: operations["downloadInspectionSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkNotices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List networkNotices */
        get: operations["listNetworkNotices"];
        put?: never;
        /** Add a networkNotice */
        post: operations["createNetworkNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkNotices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export networkNotices as CSV or XLSX, whole */
        get: operations["exportNetworkNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkNotices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a networkNotice */
        get: operations["getNetworkNotice"];
        put?: never;
        post?: never;
        /** Delete a networkNotice */
        delete: operations["deleteNetworkNotice"];
        options?: never;
        head?: never;
        /** Change a networkNotice (JSON Merge Patch) */
        patch: operations["updateNetworkNotice"];
        trace?: never;
    };
    "/organizations/{organizationId}/networkSteps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List networkSteps */
        get: operations["listNetworkSteps"];
        put?: never;
        /** Add a networkStep */
        post: operations["createNetworkStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkSteps/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export networkSteps as CSV or XLSX, whole */
        get: operations["exportNetworkSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkSteps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a networkStep */
        get: operations["getNetworkStep"];
        put?: never;
        post?: never;
        /** Delete a networkStep */
        delete: operations["deleteNetworkStep"];
        options?: never;
        head?: never;
        /** Change a networkStep (JSON Merge Patch) */
        patch: operations["updateNetworkStep"];
        trace?: never;
    };
    "/organizations/{organizationId}/networkNotices/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that was given */
        get: operations["downloadNetworkNoticeFile"];
        /** Give the file (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before */
        put: operations["giveNetworkNoticeFile"];
        post?: never;
        /** Take the file away */
        delete: operations["removeNetworkNoticeFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/networkAccess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the centre has its access to the network, and every warning with how it stands, the newest first */
        get: operations["getNetworkAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Three years of the plan: its actions, its totals by year, what changed since it was approved */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planSetting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set by which day of the year the plan leaves for the budget */
        put: operations["setPlanLeave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the plan stands in each of one’s centres, and the actions that are late in them */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planActions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that shows that an action was done */
        get: operations["downloadPlanProof"];
        /** Give an action the file that shows that it was done (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before */
        put: operations["givePlanProof"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownActions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give an action the file that shows that it was done (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before */
        put: operations["giveOwnPlanProof"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the plan, the newest first */
        get: operations["listPlanVersions"];
        put?: never;
        /** Begin the version of the plan of a year */
        post: operations["createPlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version of the plan */
        get: operations["getPlanVersion"];
        put?: never;
        post?: never;
        /** Delete a draft of the plan */
        delete: operations["deletePlanVersion"];
        options?: never;
        head?: never;
        /** Change the language or the introduction of a draft (JSON Merge Patch) */
        patch: operations["updatePlanVersion"];
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft of the plan to the council: what it says is kept as it is */
        post: operations["submitPlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a plan back from the council before it has decided: it is a draft again */
        post: operations["withdrawPlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the council decided on the plan: approved, it is frozen */
        post: operations["decidePlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as HTML */
        get: operations["previewPlanVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/planVersions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as PDF or Word: the frozen bytes once it is approved */
        get: operations["downloadPlanVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List councilSittings */
        get: operations["listCouncilSittings"];
        put?: never;
        /** Add a councilSitting */
        post: operations["createCouncilSitting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export councilSittings as CSV or XLSX, whole */
        get: operations["exportCouncilSittings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a councilSitting */
        get: operations["getCouncilSitting"];
        put?: never;
        post?: never;
        /** Delete a councilSitting */
        delete: operations["deleteCouncilSitting"];
        options?: never;
        head?: never;
        /** Change a councilSitting (JSON Merge Patch) */
        patch: operations["updateCouncilSitting"];
        trace?: never;
    };
    "/organizations/{organizationId}/council": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the council stands: the months of a year, the next sitting, what awaits it */
        get: operations["getCouncil"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilCalendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the sittings of a calendar at once; days that have one already are left as they are */
        post: operations["enterCouncilCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a sitting with its agenda */
        get: operations["getCouncilAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put something on the agenda; the monthly item comes with its note, drafted from what happened */
        post: operations["addCouncilItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the agenda in this order */
        put: operations["orderCouncilAgenda"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what was noted and decided: all of it or nothing; what was approved gets its date and reference in its own room */
        post: operations["recordCouncilResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilItems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an item */
        get: operations["getCouncilItem"];
        put?: never;
        post?: never;
        /** Take an item off the agenda */
        delete: operations["deleteCouncilItem"];
        options?: never;
        head?: never;
        /** Change the words of an item, or put it before another sitting (JSON Merge Patch) */
        patch: operations["updateCouncilItem"];
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the monthly note of a sitting */
        get: operations["getCouncilNoteOfSitting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a monthly note */
        get: operations["getCouncilNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit a note: reword or leave out lines, add some, or say nihil (JSON Merge Patch) */
        patch: operations["updateCouncilNote"];
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft a note again from the records of today; what was edited stays */
        post: operations["draftCouncilNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a note is ready for the director-general, or that it is not yet */
        post: operations["readyCouncilNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}/present": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Present a note to the council: it is frozen */
        post: operations["presentCouncilNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A note as HTML: frozen once presented */
        get: operations["previewCouncilNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilNotes/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A note as PDF or Word: the frozen bytes once presented */
        get: operations["downloadCouncilNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilSittings/{id}/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the bundle of a sitting, with the papers as they stand now */
        post: operations["createCouncilBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilBundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a bundle holds */
        get: operations["getCouncilBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/councilBundles/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a bundle: one PDF, or the papers in an archive */
        get: operations["downloadCouncilBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the infringement notices that exist for the caller */
        get: operations["listInfringements"];
        put?: never;
        /** Begin an infringement notice: a draft that its writer alone sees */
        post: operations["createInfringement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an infringement notice, what was decided on it and what follows */
        get: operations["getInfringement"];
        put?: never;
        post?: never;
        /** Delete a draft */
        delete: operations["deleteInfringement"];
        options?: never;
        head?: never;
        /** Change a draft (JSON Merge Patch) */
        patch: operations["updateInfringement"];
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice, or the decision on it, as HTML */
        get: operations["previewInfringement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice, or the decision on it, as PDF or Word: the frozen bytes once it is sent or taken */
        get: operations["downloadInfringement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a notice to its addressee alone: it takes its number and is frozen */
        post: operations["sendInfringement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow the advice of a notice, follow it in part or depart from it, with reasons */
        post: operations["decideInfringement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a notice that nobody has decided on; its number stays */
        post: operations["withdrawInfringement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringements/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a measure that follows from a notice; it stands in no plan (answers the notice) */
        post: operations["createInfringementAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/infringementActions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a measure, or say when and how it was carried out (JSON Merge Patch; answers the notice) */
        patch: operations["updateInfringementAction"];
        trace?: never;
    };
    "/refData/legalTexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The laws and norms that bind a centre, with their state and how sure it is */
        get: operations["listLegalTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The assessments of a centre, the newest year first */
        get: operations["listAssessments"];
        put?: never;
        /** Open the assessment of a year, with last year’s answers where the norm is the same */
        post: operations["openAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an assessment: by chapter beside last year, what is weak, who owns what */
        get: operations["getAssessment"];
        put?: never;
        post?: never;
        /** Take an open assessment away, with its answers */
        delete: operations["deleteAssessment"];
        options?: never;
        head?: never;
        /** Change the day by which an assessment closes (JSON Merge Patch) */
        patch: operations["updateAssessment"];
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The norms of an assessment with their answers, of one chapter or all */
        get: operations["listAssessmentNorms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the answers of an assessment as CSV or XLSX, whole */
        get: operations["exportAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a chapter or some norms out to a person, or take them back */
        post: operations["assignNorms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm answers that were taken over from last year, of a chapter or of some norms */
        post: operations["confirmNorms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownNorms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The norms that I was asked to answer, in the assessments that are open */
        get: operations["listOwnNorms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentNorms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a norm of an assessment */
        get: operations["getAssessmentNorm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Answer a norm of an assessment (JSON Merge Patch) */
        patch: operations["answerAssessmentNorm"];
        trace?: never;
    };
    "/organizations/{organizationId}/ownNorms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a norm that I was asked to answer */
        get: operations["getOwnNorm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Answer a norm that I was asked to answer (JSON Merge Patch) */
        patch: operations["answerOwnNorm"];
        trace?: never;
    };
    "/organizations/{organizationId}/ownNorms/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm last year’s answer to a norm that I was asked to answer */
        post: operations["confirmOwnNorm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/life": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an assessment is, what stands in its way, what changed since last year, what was sent */
        get: operations["getAssessmentLife"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questionnaire as HTML: as it was sent, once it was */
        get: operations["previewAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questionnaire as PDF, Word or workbook: the frozen bytes once it was sent, unless another language is asked for */
        get: operations["downloadAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentSubmissions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent in one round: the frozen bytes */
        get: operations["downloadSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the answers over to the director-general */
        post: operations["prepareAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a prepared or validated assessment again */
        post: operations["reopenAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/sendBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a prepared assessment back with a remark */
        post: operations["sendBackAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the answers upon oneself as daily manager */
        post: operations["validateAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that SPP IS has it */
        post: operations["acknowledgeAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open what was sent for another round, with a reason; what was sent stays */
        post: operations["correctAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a validated assessment: it is frozen with its hash, as PDF, Word and workbook */
        post: operations["submitAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/normHeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the centres of the caller fulfil the norms of a year, chapter by chapter, and which norms are weakest */
        get: operations["getNormHeat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sharedNorms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each centre of the caller says of one norm */
        get: operations["getSharedNorm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sharedAnswers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer one norm for several centres at once: in all of them or in none; each centre’s own afterwards */
        post: operations["answerForCentres"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentNorms/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an address or a fact under a norm of an assessment */
        post: operations["addAssessmentNormEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentNorms/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file (multipart field `file`: PDF, Word, Excel, PNG, JPEG) under a norm of an assessment */
        post: operations["giveAssessmentNormFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentProofs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file under a norm of an assessment */
        get: operations["downloadAssessmentNormFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessmentProofs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take evidence away from a norm of an assessment */
        delete: operations["removeAssessmentNormEvidence"];
        options?: never;
        head?: never;
        /** Say what a piece of evidence is and until when it proves (JSON Merge Patch) */
        patch: operations["noteAssessmentNormEvidence"];
        trace?: never;
    };
    "/organizations/{organizationId}/ownNorms/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an address or a fact under a norm that I was asked to answer */
        post: operations["addOwnNormEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownNorms/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file (multipart field `file`: PDF, Word, Excel, PNG, JPEG) under a norm that I was asked to answer */
        post: operations["giveOwnNormFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownProofs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file under a norm that I was asked to answer */
        get: operations["downloadOwnNormFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownProofs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take evidence away from a norm that I was asked to answer */
        delete: operations["removeOwnNormEvidence"];
        options?: never;
        head?: never;
        /** Say what a piece of evidence is and until when it proves (JSON Merge Patch) */
        patch: operations["noteOwnNormEvidence"];
        trace?: never;
    };
    "/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every framework, the newest of each first */
        get: operations["listFrameworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworks/{frameworkId}/versions/{frameworkVersion}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a version of a framework; it never changes */
        get: operations["getFramework"];
        put?: never;
        post?: never;
        /** Delete an imported version against which nothing was assessed; the library’s stay */
        delete: operations["deleteFramework"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworks/{frameworkId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one version of a framework changes of another, norm by norm */
        get: operations["getFrameworkChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworkMappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which frameworks say something of which others */
        get: operations["listFrameworkMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworks/{frameworkId}/mappings/{targetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the norms of one framework say of those of another; where there is only the other direction, that one turned round */
        get: operations["getFrameworkMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworkTemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty workbook of a questionnaire (XLSX), with its explanations */
        get: operations["getFrameworkTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/frameworkImports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import frameworks and mappings from a file (multipart field `file`: YAML, JSON or XLSX), all of it or nothing; with dryRun, only see what it would do */
        post: operations["importFramework"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/assessments/{id}/mappings/{targetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the results of an assessment say of the newest version of another framework: what is answered there, and what is only hinted at */
        get: operations["getAssessmentGives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/auditEntries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the audit trail as CSV or XLSX, whole */
        get: operations["exportAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/auditEntries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what and when */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents of a centre with their state */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a document: its versions and what its draft lacks */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of a document as HTML, as the facts make it now */
        get: operations["previewDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents/{kind}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the draft of the next version, or bring the open one to today */
        post: operations["draftDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version of a document */
        get: operations["getDocumentVersion"];
        put?: never;
        post?: never;
        /** Delete a draft */
        delete: operations["deleteDocumentDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as HTML: frozen as approved, or the draft as the facts make it now */
        get: operations["previewDocumentVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as PDF or Word: the frozen bytes once approved, a marked draft before */
        get: operations["downloadDocumentVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record who approved a draft, when and by which decision: it is frozen */
        post: operations["approveDocumentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the yearly verification: nothing to change */
        post: operations["verifyDocumentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents/{kind}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sections of a document: the library’s text, the centre’s own wording, and what an update of the library asks */
        get: operations["listDocumentSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentWordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a section in the centre’s own words, add one, or leave one out */
        post: operations["createDocumentWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentWordings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the own wording of a section */
        get: operations["getDocumentWording"];
        /** Write the own wording of a section anew; it then answers what the library’s text of today asks */
        put: operations["writeDocumentWording"];
        post?: never;
        /** Take the library’s text of a section back, or an own section away */
        delete: operations["deleteDocumentWording"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said of the sections of a version */
        get: operations["listDocumentComments"];
        put?: never;
        /** Comment on a section of a draft, or answer a comment */
        post: operations["createDocumentComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentComments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a thread of comments */
        post: operations["resolveDocumentComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentComments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a thread of comments again */
        post: operations["reopenDocumentComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentVersions/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviews of a version: who was asked, until when, and what they answered */
        get: operations["listDocumentReviews"];
        put?: never;
        /** Ask people of the centre to review a draft until a date */
        post: operations["createDocumentReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentReviews/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a review one was asked for; the last answer ends it */
        post: operations["answerDocumentReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentReviews/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a review before everybody has answered */
        post: operations["closeDocumentReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentReviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be asked for a review: accounts that read the documents of the centre */
        get: operations["listDocumentReviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documents/{kind}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions of a document section by section, with the words that differ */
        get: operations["compareDocumentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownDocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ownDocuments */
        get: operations["listOwnDocuments"];
        put?: never;
        /** Add a ownDocument */
        post: operations["createOwnDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownDocuments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export ownDocuments as CSV or XLSX, whole */
        get: operations["exportOwnDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownDocuments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a ownDocument */
        get: operations["getOwnDocument"];
        put?: never;
        post?: never;
        /** Delete a ownDocument */
        delete: operations["deleteOwnDocument"];
        options?: never;
        head?: never;
        /** Change a ownDocument (JSON Merge Patch) */
        patch: operations["updateOwnDocument"];
        trace?: never;
    };
    "/organizations/{organizationId}/ownDocuments/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a document of the centre’s own, newest first */
        get: operations["listOwnDocumentVersions"];
        put?: never;
        /** Give a PDF or Word file (multipart field `file`): the draft of the next version, or the new file of the open draft */
        post: operations["giveOwnDocumentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownVersions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version of a document of the centre’s own */
        get: operations["getOwnDocumentVersion"];
        put?: never;
        post?: never;
        /** Delete a draft with its file */
        delete: operations["deleteOwnDocumentDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownVersions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a version: the frozen bytes once approved */
        get: operations["downloadOwnDocumentVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownVersions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record who approved a draft, when and by which decision: its file is frozen */
        post: operations["approveOwnDocumentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/ownVersions/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the yearly review: nothing to change */
        post: operations["verifyOwnDocumentVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentRegister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every document that there is or should be, with its state */
        get: operations["listDocumentRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentRegister/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the register of documents as CSV or XLSX, whole */
        get: operations["exportDocumentRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/yearlyReports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the yearly reports */
        get: operations["listYearlyReports"];
        put?: never;
        /** Begin the report of a year, in the language of the centre’s documents */
        post: operations["createYearlyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/yearlyReports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a report: its texts beside what the registers say of the year */
        get: operations["getYearlyReport"];
        put?: never;
        post?: never;
        /** Delete a report that is not before the council */
        delete: operations["deleteYearlyReport"];
        options?: never;
        head?: never;
        /** Put a report before the council, or take it back (JSON Merge Patch) */
        patch: operations["updateYearlyReport"];
        trace?: never;
    };
    "/organizations/{organizationId}/reportTexts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the text of a section */
        get: operations["getReportText"];
        /** Write the text of a section: paragraphs, lists, bold and italic */
        put: operations["writeReportText"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/yearlyReports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as HTML: frozen once approved; in another language, its texts stay as they were written */
        get: operations["previewYearlyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/yearlyReports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as PDF or Word: the frozen bytes once approved */
        get: operations["downloadYearlyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/yearlyReports/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the council approved the report: it is frozen with its figures */
        post: operations["approveYearlyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an archive of all documents, with an index and checksums */
        post: operations["createDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a dossier holds */
        get: operations["getDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/dossiers/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a dossier */
        get: operations["downloadDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentationEntries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List documentationEntries */
        get: operations["listDocumentationEntries"];
        put?: never;
        /** Add a documentationEntry */
        post: operations["createDocumentationEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentationEntries/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search documentationEntries by words */
        post: operations["searchDocumentationEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentationEntries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export documentationEntries as CSV or XLSX, whole */
        get: operations["exportDocumentationEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/documentationEntries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a documentationEntry */
        get: operations["getDocumentationEntry"];
        put?: never;
        post?: never;
        /** Delete a documentationEntry */
        delete: operations["deleteDocumentationEntry"];
        options?: never;
        head?: never;
        /** Change a documentationEntry (JSON Merge Patch) */
        patch: operations["updateDocumentationEntry"];
        trace?: never;
    };
    "/organizations/{organizationId}/documentationEntries/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an entry */
        get: operations["downloadDocumentation"];
        /** Give an entry its file (multipart field `file`: PDF, Word, Excel, PNG or JPEG), in the place of the one before */
        put: operations["giveDocumentationFile"];
        post?: never;
        /** Take the file of an entry away */
        delete: operations["removeDocumentationFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List publications with their progress */
        get: operations["listPublications"];
        put?: never;
        /** Publish an approved version: to whom, how, from when, to be confirmed or not */
        post: operations["publishDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export publications as CSV or XLSX, whole */
        get: operations["exportPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publicationReach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom an audience would reach, and how, before anything is published */
        post: operations["countPublicationAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a publication with its progress */
        get: operations["getPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a publication: nobody is asked any more, and its links show nothing; what was confirmed stays */
        post: operations["withdrawPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asked, who has confirmed, who has not and since when */
        get: operations["listPublicationRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/recipients/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export who has confirmed and who has not, as CSV or XLSX */
        get: operations["exportPublicationRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter who signed on paper; who has confirmed already stays as they did */
        post: operations["recordConfirmations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/confirmations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a confirmation that was entered from paper by mistake; one’s own word is nobody else’s to take back */
        delete: operations["deleteConfirmation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed lists that came back */
        get: operations["listSignedSheets"];
        put?: never;
        /** Give the scan of a signed list (multipart field `file`: PDF, PNG or JPEG) */
        post: operations["giveSignedSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/signedSheets/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scan of a signed list */
        get: operations["downloadSignedSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/signatureList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list to sign on paper (PDF): those who have not confirmed yet, by service */
        get: operations["downloadSignatureList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write again to those who have not confirmed; once a day at most to each */
        post: operations["remindRecipients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/publications/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A personal link for somebody without an account, to be handed over; shown once */
        post: operations["makeReadingLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am asked to read here, what waits first */
        get: operations["listReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/readings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document that I am asked to read */
        get: operations["downloadReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/readings/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read it; said twice, it stays as said first */
        post: operations["confirmReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a personal link shows */
        post: operations["openReadingLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reading/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The document of a personal link */
        post: operations["downloadLinkedReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reading/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever the link was sent to has read it; said twice, it stays as said first */
        post: operations["confirmLinkedReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intakeTemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty intake workbook (XLSX), with its explanations */
        get: operations["getIntakeTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/intakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a filled workbook (multipart field `file`); with dryRun, only see what it would do */
        post: operations["runIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The backups that are kept, and how the last ones went */
        get: operations["listBackups"];
        put?: never;
        /** Make a backup now; while one is under way or waits, that one */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own personal tokens, and those that ended lately */
        get: operations["listMyTokens"];
        put?: never;
        /** Make a personal token for a program; it is shown once */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own tokens at once */
        delete: operations["revokeMyToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The personal tokens of everybody, for the administrator */
        get: operations["listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End anybody’s token at once */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signInProviders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which providers one may sign in: their names, and nothing else */
        get: operations["listSignInProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signInProviders/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a sign-in by a provider; 424 when it cannot be reached */
        post: operations["startProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signInProviders/{id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a provider sends the browser back to; leads on to a page, which says what went wrong where something did */
        get: operations["endProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which providers this account signs in, could, or was proved just now */
        get: operations["listIdentities"];
        put?: never;
        /** Go to a provider to join what it says of oneself to this account */
        post: operations["startIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/identities/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join to this account what a provider proved in this browser a moment ago; 409 when there is nothing */
        post: operations["joinIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign in by this provider no more */
        delete: operations["endIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The identity providers */
        get: operations["listProviders"];
        put?: never;
        /** Add an identity provider; it is asked what it is first */
        post: operations["createProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an identity provider */
        get: operations["getProvider"];
        put?: never;
        post?: never;
        /** Delete an identity provider, with what it knew of accounts and the roles by its groups; the accounts stay */
        delete: operations["deleteProvider"];
        options?: never;
        head?: never;
        /** Change an identity provider (JSON Merge Patch); it is asked what it is first. Out of use, its sessions and the roles by its groups end */
        patch: operations["updateProvider"];
        trace?: never;
    };
    "/organizations/{organizationId}/groupMappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which groups give which roles, and what is wished for */
        get: operations["listGroupMappings"];
        put?: never;
        /** Wish that a group gives a role; nothing changes before it is applied */
        post: operations["createGroupMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/groupMappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Wish for a mapping no more; one that counts does so until it is applied */
        delete: operations["deleteGroupMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/groupMappings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would gain and lose which role, from the groups last seen of each account */
        get: operations["previewGroupMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/groupMappings/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which roles somebody with these groups would have, as it is wished for and as it counts */
        post: operations["tryGroupMappings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/groupMappings/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let what is wished for count, exactly as it was shown; 409 when it has changed since */
        post: operations["applyGroupMappings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where mail leaves by */
        get: operations["getMailSettings"];
        /** Say where mail leaves by */
        put: operations["putMailSettings"];
        post?: never;
        /** Send no mail any more */
        delete: operations["deleteMailSettings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mailSettings/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message to one’s own address, and show what was said */
        post: operations["rehearseMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search people, documents and legal texts, in one centre or in all of one’s own */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one is reminded by mail of what is due */
        get: operations["getReminders"];
        /** Choose how one is reminded */
        put: operations["setReminders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secret addresses under which a calendar program reads what is due */
        get: operations["listCalendars"];
        put?: never;
        /** Make a secret address; the same request sent again does not say it anew */
        post: operations["makeCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a secret address: it answers no more */
        delete: operations["endCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendarFeeds/{calendar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due for the owner of this secret address, as iCalendar (RFC 5545) */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that have access to the centre, and why */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One access to the centre */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the granted roles of an access, or its last day; a day that is past ends it at once */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/organizations/{organizationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations that wait for an answer */
        get: operations["listInvitations"];
        put?: never;
        /** Give somebody access, by a link to their address */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link; the former is good no more */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/invitations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an invitation back */
        post: operations["withdrawInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation offers, while its link is good */
        post: operations["checkInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation with a new account */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation with one’s own account */
        post: operations["joinByInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The delegations that run or are to come: one’s own, and all for who sees the accesses */
        get: operations["listDelegations"];
        put?: never;
        /** Lend a role for an absence */
        post: operations["createDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/delegations/standIns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may stand in for whom */
        get: operations["listStandIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a delegation now; either side may */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of the installation */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search accounts by words */
        post: operations["searchAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give and take roles of the installation, shut an account and open it again */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/linkRequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked for a link that no mail could carry */
        get: operations["listLinkRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/linkRequests/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the link of a request, to be passed on to whom one has verified; recorded */
        post: operations["showLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/linkRequests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Dismiss a request */
        delete: operations["dismissLinkRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/editing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the form of a record is open, and learn who else has it open */
        post: operations["tellEditing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{organizationId}/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a task is, and what became of it */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example fr
         * @enum {string}
         */
        LanguageInput: "fr" | "nl" | "de" | "en";
        /**
         * @example fr
         * @enum {string}
         */
        DocumentLanguageInput: "fr" | "nl" | "de";
        /**
         * @example {
         *       "fr": "CPAS de Valombre"
         *     }
         */
        LocalizedTextInput: {
            fr?: string;
            nl?: string;
            de?: string;
        };
        /**
         * @example {
         *       "type": "urn:problem-type:belgif:resourceNotFound",
         *       "status": 404,
         *       "title": "Resource Not Found",
         *       "detail": "Resource Not Found",
         *       "instance": "urn:uuid:01990000-0000-7000-8000-000000000001"
         *     }
         */
        ProblemInput: {
            type: string;
            status: number;
            title: string;
            detail: string;
            instance: string;
            issues?: {
                type: string;
                /** @enum {string} */
                in: "body" | "query" | "path" | "header";
                name: string;
                code: string;
                value?: string;
                parameters?: {
                    [key: string]: string | number;
                };
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "email": "claire.delvaux@example.be",
         *       "password": "quatre mots sans suite"
         *     }
         */
        SignInInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        /**
         * @example {
         *       "token": "the-secret-of-the-one-time-link",
         *       "name": "Claire Delvaux",
         *       "email": "claire.delvaux@example.be",
         *       "password": "quatre mots sans suite",
         *       "language": "fr"
         *     }
         */
        SetUpInput: {
            token: string;
            name: string;
            /** Format: email */
            email: string;
            password: string;
            language: components["schemas"]["LanguageInput"];
        };
        PasswordChangeInput: {
            current: string;
            password: string;
        };
        AddressChangeInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        LinkTokenInput: {
            token: string;
        };
        PasskeyAnswerInput: {
            /**
             * Format: uuid
             * @description What the server asked for: good once, five minutes
             */
            challenge: string;
            response: {
                id: string;
                response: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
        };
        SecondFactorInput: {
            code: string;
        } | {
            recoveryCode: string;
        } | {
            passkey: components["schemas"]["PasskeyAnswerInput"];
        };
        ProofInput: {
            password: string;
        } | {
            code: string;
        } | {
            passkey: components["schemas"]["PasskeyAnswerInput"];
        };
        PasskeySignInInput: {
            passkey: components["schemas"]["PasskeyAnswerInput"];
        };
        FactorDataInput: {
            name: string;
            /**
             * Format: uuid
             * @description What the server asked for: good once, five minutes
             */
            challenge: string;
            code: string;
        } | {
            name: string;
            passkey: components["schemas"]["PasskeyAnswerInput"];
        };
        SessionStateInput: {
            /** @enum {string} */
            owed?: "factor" | "enrolment";
            locked: boolean;
            /** @description How this account can prove itself beside a password */
            ways: ("passkey" | "totp" | "recoveryCode")[];
            /** @description Whether the account has a password */
            password: boolean;
            account: {
                name: string;
                email: string;
                language: components["schemas"]["LanguageInput"];
            };
            /** @description Whether passkeys work at the address of this installation */
            passkeys: boolean;
        };
        PasskeyRequestInput: {
            /** Format: uuid */
            challenge: string;
            options: {
                [key: string]: unknown;
            };
        };
        FactorInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "passkey" | "totp";
            name: string;
            createdAt: string;
            lastUsedAt?: string;
        };
        FactorsInput: {
            items: components["schemas"]["FactorInput"][];
            /** @description A role of the account asks for one */
            compulsory: boolean;
            /** @description How many are left */
            recoveryCodes: number;
            /** @description Whether passkeys work at the address of this installation */
            passkeys: boolean;
        };
        MeInput: {
            account: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                language: components["schemas"]["LanguageInput"];
                idleMinutes: number;
            };
            demonstration: boolean;
            installation: string[];
            organizations: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: components["schemas"]["LocalizedTextInput"];
                municipality: string;
                roles: string[];
                pool?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        SignInEventInput: {
            /** Format: uuid */
            id: string;
            at: string;
            /** @enum {string} */
            kind: "signedIn" | "refused" | "signedOut" | "locked" | "unlocked" | "sessionEnded" | "factorAdded" | "factorRemoved" | "recoveryCodeUsed" | "recoveryCodesMade" | "passwordChanged";
            /** @enum {string} */
            proof?: "password" | "totp" | "passkey" | "recoveryCode" | "provider";
            origin?: string;
            device?: string;
        };
        SignInStepInput: {
            /**
             * @description A second factor that the account has, or one to enrol
             * @enum {string}
             */
            owed: "factor" | "enrolment";
        };
        /**
         * Format: date
         * @example 2026-11-24
         */
        CivilDateInput: string;
        AuditHeadInput: {
            number: number;
            hash: string;
            at: string;
        };
        BackupsInput: {
            self: string;
            items: {
                name: string;
                /** @description In bytes */
                size: number;
                /** @description When the file was completed */
                madeAt: string;
                encrypted: boolean;
                /** @description The migration before which it was made */
                migration?: string;
                rows?: number;
                /** @description When it was restored for trial and found to be equal */
                verifiedAt?: string;
                /** @description It failed its verification */
                doubtful: boolean;
            }[];
            total: number;
            pageSize: number;
            /** @enum {string} */
            state: "none" | "good" | "old" | "failed";
            /** @description Where the files are, on the server */
            directory: string;
            /** @description False when the server cannot read that directory */
            readable: boolean;
            /** @description Belgian time of the nightly one; absent when none is made at night */
            at?: string;
            /** @description Whether the next ones are encrypted */
            encryption: boolean;
            /** @description Whether a failure is told by mail */
            mail: boolean;
            lastGoodAt?: string;
            running?: {
                /** @enum {string} */
                kind: "scheduled" | "asked";
                since: string;
                done?: number;
                total?: number;
            };
            /** @description The last one that failed, where none has succeeded since */
            failure?: {
                at: string;
                /** @enum {string} */
                fault: "notWritable" | "diskFull" | "database" | "unverified" | "interrupted" | "unknown";
            };
        };
        BackupAskedInput: {
            href: string;
        };
        TaskInput: {
            /** Format: uuid */
            id: string;
            href: string;
            kind: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            done: number;
            total?: number;
            report?: {
                [key: string]: unknown;
            };
            problem?: {
                [key: string]: unknown;
            };
            createdAt: string;
            finishedAt?: string;
        };
        /**
         * @example {
         *       "everybody": true,
         *       "serviceIds": [],
         *       "mandateKinds": [],
         *       "personKinds": [],
         *       "personIds": []
         *     }
         */
        PublicationAudienceInput: {
            /** @default false */
            everybody: boolean;
            /** @default [] */
            serviceIds: string[];
            /** @default [] */
            mandateKinds: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            /** @default [] */
            personKinds: ("staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider")[];
            /** @default [] */
            personIds: string[];
        };
        /**
         * @example {
         *       "documentVersionId": "01990000-0000-7000-8000-000000000001",
         *       "audience": {
         *         "everybody": true,
         *         "serviceIds": [],
         *         "mandateKinds": [],
         *         "personKinds": [],
         *         "personIds": []
         *       },
         *       "byMail": true,
         *       "onPaper": false,
         *       "confirm": true,
         *       "startsOn": "2026-11-24",
         *       "dueOn": "2026-12-24"
         *     }
         */
        PublicationDataInput: {
            /** Format: uuid */
            documentVersionId: string;
            audience: components["schemas"]["PublicationAudienceInput"];
            /** @default true */
            byMail: boolean;
            /** @default false */
            onPaper: boolean;
            /** @default true */
            confirm: boolean;
            startsOn: components["schemas"]["CivilDateInput"];
            dueOn?: components["schemas"]["CivilDateInput"];
            message?: string;
        };
        /**
         * @example {
         *       "personIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "confirmedOn": "2026-11-24"
         *     }
         */
        ConfirmationDataInput: {
            personIds: string[];
            confirmedOn: components["schemas"]["CivilDateInput"];
            /** Format: uuid */
            sheetId?: string;
        };
        /** @example 0212345668 */
        EnterpriseNumberInput: string;
        /** @example 85073003328 */
        SsinInput: string;
        /** @example 92094 */
        NisCodeInput: string;
        LegalTextInput: {
            key: string;
            title: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            short: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            /** @enum {string} */
            kind: "law" | "royalDecree" | "regulation" | "decree" | "agreement" | "norm" | "standard" | "recommendation";
            date?: string;
            numac?: string;
            /** @enum {string} */
            state: "inForce" | "amended" | "repealed" | "replaced" | "byAnalogy" | "unknown";
            replacedBy?: string[];
            since?: string;
            until?: string;
            /** @enum {string} */
            scope: "socialData" | "allInformation" | "personalData" | "other";
            regions?: ("wallonia" | "germanSpeaking" | "brussels" | "flanders")[];
            /** @enum {string} */
            certainty: "seen" | "general" | "notFound";
            source: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            note?: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            articles?: {
                number: string;
                /** @enum {string} */
                certainty: "seen" | "general" | "notFound";
                text: {
                    fr: string;
                    nl: string;
                    de: string;
                    en?: string;
                };
            }[];
        };
        /**
         * @example {
         *       "street": "Place du Marché 1",
         *       "postalCode": "4999",
         *       "locality": "Valombre"
         *     }
         */
        AddressInput: {
            street: string;
            postalCode: string;
            locality: string;
        };
        /**
         * @example {
         *       "network": "networked",
         *       "itManagement": "subcontracted",
         *       "wifi": "none"
         *     }
         */
        OrganizationProfileInput: {
            /** @enum {string} */
            network?: "networked" | "standAlone";
            /** @enum {string} */
            itManagement?: "internal" | "subcontracted" | "municipality";
            /** @enum {string} */
            server?: "own" | "hosted" | "none";
            /** @enum {string} */
            archives?: "own" | "shared" | "none";
            /** @enum {string} */
            wifi?: "none" | "guestsOnly" | "protected";
            /** @enum {string} */
            laptops?: "none" | "stayInside" | "leave";
            /** @enum {string} */
            privateUse?: "none" | "limited";
            /** @enum {string} */
            surroundings?: "quiet" | "ordinary" | "exposed";
            telework?: boolean;
            restHome?: boolean;
            website?: boolean;
            ownDevelopment?: boolean;
            removableMedia?: boolean;
            cameras?: boolean;
            volunteers?: boolean;
        };
        /**
         * @example {
         *       "networkOperator": "Réseau public Explore"
         *     }
         */
        OrganizationFactsInput: {
            networkOperator?: string;
            malwareProtection?: string;
            backupMethod?: string;
            offsiteBackupPlace?: string;
            archivePlace?: string;
            serverRoomPlace?: string;
            itSupplier?: string;
            incidentPhone?: string;
            /** Format: email */
            incidentEmail?: string;
            /** Format: uri */
            websiteUrl?: string;
            recoveryHours?: number;
            charterApprovedOn?: components["schemas"]["CivilDateInput"];
            continuityPlanApprovedOn?: components["schemas"]["CivilDateInput"];
            workRulesApprovedOn?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "name": "Service sécurité de l’information"
         *     }
         */
        FederalContactInput: {
            name?: string;
            /** Format: email */
            email?: string;
            phone?: string;
        };
        OrganizationDataInput: {
            slug: string;
            name: components["schemas"]["LocalizedTextInput"];
            documentLanguage: components["schemas"]["DocumentLanguageInput"];
            nisCode?: components["schemas"]["NisCodeInput"];
            enterpriseNumber?: components["schemas"]["EnterpriseNumberInput"];
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["AddressInput"];
            phone?: string;
            /** Format: email */
            email?: string;
            federalContact?: components["schemas"]["FederalContactInput"];
            /** @default {} */
            profile: components["schemas"]["OrganizationProfileInput"];
            /** @default {} */
            facts: components["schemas"]["OrganizationFactsInput"];
        };
        PoolDataInput: {
            name: string;
            /** @enum {string} */
            form: "provincial" | "association" | "agreement" | "regional";
        };
        MandateDataInput: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            start: components["schemas"]["CivilDateInput"];
            end?: components["schemas"]["CivilDateInput"];
            decidedOn?: components["schemas"]["CivilDateInput"];
            decisionNumber?: string;
            federalServiceNotifiedOn?: components["schemas"]["CivilDateInput"];
            authorityNotifiedOn?: components["schemas"]["CivilDateInput"];
            weeklyHours?: number;
        };
        CandidacyDataInput: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            function: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            /** @default [] */
            studies: {
                year: number;
                title: string;
                school?: string;
            }[];
            /** @default [] */
            career: {
                from: number;
                to?: number;
                position: string;
                employer?: string;
            }[];
            /** @default [] */
            outsideFunctions: string[];
            /** @default {} */
            knowledge: {
                informatics?: string;
                medicalInformatics?: string;
                law?: string;
                security?: string;
            };
            weeklyHours?: number;
            /** @default {} */
            conditions: {
                /** @enum {string} */
                compatible?: "yes" | "no" | "unsure";
                /** @enum {string} */
                impartial?: "yes" | "no" | "unsure";
                /** @enum {string} */
                trained?: "yes" | "no" | "unsure";
                /** @enum {string} */
                time?: "yes" | "no" | "unsure";
            };
            sentOn?: components["schemas"]["CivilDateInput"];
            /**
             * @default pending
             * @enum {string}
             */
            outcome: "pending" | "favorable" | "conditional" | "unfavorable";
            outcomeOn?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "lastName": "Delvaux",
         *       "firstName": "Claire",
         *       "kind": "staff"
         *     }
         */
        PersonDataInput: {
            lastName: string;
            firstName: string;
            /** @enum {string} */
            kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
            reference?: string;
            /** @enum {string} */
            title?: "madam" | "sir";
            language?: components["schemas"]["LanguageInput"];
            /** Format: email */
            email?: string;
            phone?: string;
            ssin?: components["schemas"]["SsinInput"];
            employer?: string;
            note?: string;
        };
        /**
         * @example {
         *       "name": "Service social",
         *       "kind": "social",
         *       "seesPersonalData": true
         *     }
         */
        ServiceDataInput: {
            name: string;
            /** @enum {string} */
            kind: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
            /** Format: uuid */
            parentId?: string;
            /** Format: uuid */
            headId?: string;
            /** @default true */
            seesPersonalData: boolean;
        };
        SuspensionInput: {
            start: components["schemas"]["CivilDateInput"];
            end?: components["schemas"]["CivilDateInput"];
            /** @enum {string} */
            reason: "illness" | "parental" | "careerBreak" | "disciplinary" | "unpaidLeave" | "other";
        };
        ContractDataInput: {
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            serviceId?: string;
            /** @enum {string} */
            kind: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
            function: string;
            start: components["schemas"]["CivilDateInput"];
            end?: components["schemas"]["CivilDateInput"];
            weeklyHours?: number;
            /** @default [] */
            suspensions: components["schemas"]["SuspensionInput"][];
            accountsClosedOn?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "title": "Charte informatique",
         *       "category": "charter",
         *       "language": "fr",
         *       "inPolicy": true,
         *       "yearlyReview": true
         *     }
         */
        OwnDocumentDataInput: {
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            language: components["schemas"]["DocumentLanguageInput"];
            /** @default false */
            inPolicy: boolean;
            /** @default false */
            yearlyReview: boolean;
            note?: string;
        };
        /**
         * @example {
         *       "organ": "council",
         *       "heldOn": "2026-11-24",
         *       "startTime": "19:00",
         *       "place": "Salle du conseil"
         *     }
         */
        CouncilSittingDataInput: {
            /**
             * @default council
             * @enum {string}
             */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: components["schemas"]["CivilDateInput"];
            startTime?: string;
            place?: string;
            cancelledOn?: components["schemas"]["CivilDateInput"];
            cancelReason?: string;
        };
        /**
         * @example {
         *       "organ": "council",
         *       "startTime": "19:00",
         *       "place": "Salle du conseil",
         *       "dates": [
         *         "2027-01-19",
         *         "2027-02-16"
         *       ]
         *     }
         */
        CouncilCalendarDataInput: {
            /**
             * @default council
             * @enum {string}
             */
            organ: "council" | "permanentBureau" | "specialCommittee";
            startTime?: string;
            place?: string;
            dates: components["schemas"]["CivilDateInput"][];
        };
        /**
         * @example {
         *       "kind": "urgent",
         *       "title": "Panne du serveur du 12 novembre"
         *     }
         */
        CouncilItemDataInput: {
            /** @enum {string} */
            kind: "monthly" | "urgent" | "procedures" | "subject" | "other";
            title?: string;
            text?: string;
            year?: number;
            subjectKind?: string;
            /** Format: uuid */
            subjectId?: string;
        };
        CouncilItemChangeInput: {
            title: string;
            text?: string;
            /** Format: uuid */
            sittingId: string;
        };
        CouncilNoteLineInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            heading: "advice" | "norms" | "plan" | "documents" | "platform" | "council" | "incident" | "intervention" | "access" | "awareness" | "continuity" | "people" | "slipped" | "deadlines" | "added";
            on?: components["schemas"]["CivilDateInput"];
            text: string;
            drafted?: string;
            path?: string;
            /** @default false */
            leftOut: boolean;
        };
        /**
         * @example {
         *       "nihil": true,
         *       "lines": []
         *     }
         */
        CouncilNoteDataInput: {
            /** @default false */
            nihil: boolean;
            introduction?: string;
            lines: components["schemas"]["CouncilNoteLineInput"][];
        };
        CouncilResultDataInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            result: "noted" | "approved" | "refused" | "postponed";
            decisionNumber?: string;
            note?: string;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "01990000-0000-7000-8000-000000000001",
         *           "result": "noted",
         *           "decisionNumber": "2026/118"
         *         }
         *       ]
         *     }
         */
        CouncilResultsDataInput: {
            items: components["schemas"]["CouncilResultDataInput"][];
        };
        /**
         * @example {
         *       "outcome": "follow"
         *     }
         */
        ReasonedDecisionDataInput: {
            /** @enum {string} */
            outcome: "follow" | "followInPart" | "depart";
            decisionReasons?: string;
            decidedOn?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "capacity": "adviser",
         *       "subject": "Télétravail",
         *       "recommendation": "Chiffrer les portables."
         *     }
         */
        AdviceDataInput: {
            /**
             * @default adviser
             * @enum {string}
             */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            askedOn?: components["schemas"]["CivilDateInput"];
            /** Format: uuid */
            askedById?: string;
            askedBy?: string;
            question?: string;
            /** @default false */
            oral: boolean;
            oralReason?: string;
            facts?: string;
            reasons?: string;
            recommendation?: string;
            risk?: string;
            alternatives?: string;
            delayDays?: number;
            delayReason?: string;
        };
        /**
         * @example {
         *       "subject": "Télétravail",
         *       "question": "Que faut-il avant de l’autoriser ?"
         *     }
         */
        AdviceRequestDataInput: {
            /**
             * @default adviser
             * @enum {string}
             */
            capacity: "adviser" | "dpo";
            subject: string;
            question?: string;
        };
        /** @example {} */
        AdviceSendingDataInput: {
            receivedOn?: components["schemas"]["CivilDateInput"];
            previewHash?: string;
        };
        /**
         * @example {
         *       "reason": "Sans objet depuis la suppression du projet"
         *     }
         */
        AdviceWithdrawalDataInput: {
            reason: string;
        };
        /**
         * @example {
         *       "toldOn": "2026-11-24"
         *     }
         */
        AdviceTellingDataInput: {
            toldOn: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "text": "Mon prénom s’écrit Anne-Sophie."
         *     }
         */
        CorrectionRequestDataInput: {
            text: string;
        };
        CorrectionAnswerInput: {
            /** @enum {string} */
            state: "granted" | "refused";
            answer?: string;
        };
        /**
         * @example {
         *       "subject": "Consultations sans dossier",
         *       "facts": "Trois consultations.",
         *       "recommendation": "Contrôler chaque mois."
         *     }
         */
        InfringementDataInput: {
            /**
             * @default directorGeneral
             * @enum {string}
             */
            addressee: "directorGeneral" | "president";
            subject: string;
            rule?: string;
            foundOn?: components["schemas"]["CivilDateInput"];
            facts?: string;
            concerned?: string;
            reasons?: string;
            recommendation?: string;
            delayDays?: number;
            delayReason?: string;
        };
        /** @example {} */
        InfringementSendingDataInput: {
            receivedOn?: components["schemas"]["CivilDateInput"];
            previewHash?: string;
        };
        /**
         * @example {
         *       "reason": "Les faits sont inexacts"
         *     }
         */
        InfringementWithdrawalDataInput: {
            reason: string;
        };
        /**
         * @example {
         *       "text": "Contrôler les consultations",
         *       "dueOn": "2026-12-31"
         *     }
         */
        InfringementActionDataInput: {
            text: string;
            responsible?: string;
            dueOn?: components["schemas"]["CivilDateInput"];
            doneOn?: components["schemas"]["CivilDateInput"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "fr": "Nommer un conseiller en sécurité"
         *     }
         */
        TextsInput: {
            fr?: string;
            nl?: string;
            de?: string;
            en?: string;
        };
        GuidelineInput: {
            id: string;
            text: components["schemas"]["TextsInput"];
        };
        NormInput: {
            id: string;
            title: components["schemas"]["TextsInput"];
            /** @description The heading within the chapter under which it stands */
            heading?: components["schemas"]["TextsInput"];
            text?: components["schemas"]["TextsInput"];
            /**
             * @description To which information it applies
             * @enum {string}
             */
            scope?: "socialData" | "all";
            /** @description In which levels of the framework it is asked; absent: in all */
            levels?: string[];
            /** @description Condition on the profile of a centre, as in the texts of documents: `profile.telework` */
            applies?: string;
            /** @description What usually proves it */
            evidence?: components["schemas"]["TextsInput"][];
            liveFacts?: string[];
            /**
             * @description Who usually knows the answer
             * @enum {string}
             */
            answeredBy?: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
            references?: {
                source: string;
                at: string;
            }[];
            /** @description True where no source asks for it */
            goodPractice?: boolean;
            /** @description True where the source leaves a doubt */
            unsure?: boolean;
            guidelines: components["schemas"]["GuidelineInput"][];
            /** @description What files of others call it, where that is not its number */
            alias?: string;
        };
        FrameworkChapterInput: {
            id: string;
            title: components["schemas"]["TextsInput"];
            norms: components["schemas"]["NormInput"][];
        };
        FrameworkInput: {
            id: string;
            version: string;
            title: components["schemas"]["TextsInput"];
            description?: components["schemas"]["TextsInput"];
            publisher?: string;
            licence?: string;
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            levels?: {
                id: string;
                title: components["schemas"]["TextsInput"];
            }[];
            chapters: components["schemas"]["FrameworkChapterInput"][];
        };
        /**
         * @example {
         *       "kind": "fact",
         *       "fact": "documents.policyApproved"
         *     }
         */
        EvidenceDataInput: {
            /** @enum {string} */
            kind: "link";
            /** Format: uri */
            url: string;
            title?: string;
            validUntil?: components["schemas"]["CivilDateInput"];
        } | {
            /** @enum {string} */
            kind: "fact";
            fact: string;
            title?: string;
            validUntil?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "validUntil": "2027-06-30"
         *     }
         */
        EvidenceNoteDataInput: {
            title?: string;
            validUntil?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "despite": false
         *     }
         */
        AssessmentPreparationDataInput: {
            /** @default false */
            despite: boolean;
        };
        /**
         * @example {
         *       "remark": "La norme 9.1 est à revoir avec le service du personnel."
         *     }
         */
        AssessmentRemarkDataInput: {
            remark: string;
        };
        AssessmentValidationDataInput: {
            previewHash?: string;
        };
        /**
         * @example {
         *       "acknowledgedOn": "2027-03-05",
         *       "acknowledgement": "SPPIS/2027/0412"
         *     }
         */
        AssessmentAcknowledgementDataInput: {
            acknowledgedOn: components["schemas"]["CivilDateInput"];
            acknowledgement: string;
        };
        /**
         * @example {
         *       "reason": "La réponse à la norme 12.1 portait sur l’ancien serveur."
         *     }
         */
        AssessmentCorrectionDataInput: {
            reason: string;
        };
        /**
         * @example {
         *       "frameworkId": "bcss-minimum",
         *       "frameworkVersion": "2026.1",
         *       "year": 2026,
         *       "closesOn": "2027-02-28"
         *     }
         */
        AssessmentDataInput: {
            frameworkId: string;
            frameworkVersion: string;
            /** @description The level of the framework that is asked of the centre, where it has levels */
            level?: string;
            year: number;
            closesOn?: components["schemas"]["CivilDateInput"];
            /** @default true */
            carry: boolean;
        };
        /**
         * @example {
         *       "answers": {
         *         "a": true,
         *         "b": false
         *       },
         *       "comment": "Charte signée par tous"
         *     }
         */
        NormAnswerDataInput: {
            /** @default {} */
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
        };
        /**
         * @example {
         *       "chapterId": "9",
         *       "ownerId": "01990000-0000-7000-8000-000000000001"
         *     }
         */
        NormAssignmentDataInput: {
            chapterId?: string;
            ids?: string[];
            /** Format: uuid */
            ownerId?: string;
        };
        /**
         * @example {
         *       "chapterId": "9"
         *     }
         */
        NormConfirmationDataInput: {
            chapterId?: string;
            ids?: string[];
        };
        /**
         * @example {
         *       "authority": "federalService",
         *       "kind": "warning",
         *       "receivedOn": "2026-03-02",
         *       "subject": "Questionnaire non rentré",
         *       "deadlineOn": "2026-03-31"
         *     }
         */
        NetworkNoticeDataInput: {
            /** @enum {string} */
            authority: "bcss" | "federalService";
            /** @enum {string} */
            kind: "warning" | "suspension";
            receivedOn: components["schemas"]["CivilDateInput"];
            reference?: string;
            subject: string;
            text?: string;
            deadlineOn?: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "noticeId": "01990000-0000-7000-8000-000000000001",
         *       "kind": "answer",
         *       "happenedOn": "2026-03-20",
         *       "reference": "CPAS/2026/114"
         *     }
         */
        NetworkStepDataInput: {
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "answer" | "extension" | "suspension" | "restoration" | "lifting";
            happenedOn: components["schemas"]["CivilDateInput"];
            reference?: string;
            deadlineOn?: components["schemas"]["CivilDateInput"];
            text?: string;
        };
        /**
         * @example {
         *       "title": "Audit des normes minimales",
         *       "kind": "complete",
         *       "auditorKind": "external",
         *       "auditorFirm": "Bureau Vérification",
         *       "heldOn": "2026-03-10",
         *       "chapters": [],
         *       "serviceIds": []
         *     }
         */
        InspectionDataInput: {
            title: string;
            /** @enum {string} */
            kind: "complete" | "partial";
            clockReason?: string;
            framework?: string;
            /** @default [] */
            chapters: string[];
            /** @default [] */
            serviceIds: string[];
            scope?: string;
            /** @enum {string} */
            auditorKind: "internal" | "external";
            /** Format: uuid */
            auditorId?: string;
            auditorName?: string;
            auditorFirm?: string;
            plannedOn?: components["schemas"]["CivilDateInput"];
            heldOn?: components["schemas"]["CivilDateInput"];
            heldUntil?: components["schemas"]["CivilDateInput"];
            reportOn?: components["schemas"]["CivilDateInput"];
            summary?: string;
        };
        /**
         * @example {
         *       "inspectionId": "01990000-0000-7000-8000-000000000001",
         *       "severity": "major",
         *       "norm": "9.1",
         *       "text": "Les comptes des partants restent ouverts.",
         *       "outcome": "open"
         *     }
         */
        InspectionFindingDataInput: {
            /** Format: uuid */
            inspectionId: string;
            /** @enum {string} */
            severity: "critical" | "major" | "minor" | "remark";
            norm?: string;
            text: string;
            recommendation?: string;
            /**
             * @default open
             * @enum {string}
             */
            outcome: "open" | "remedied" | "notFollowed";
            outcomeOn?: components["schemas"]["CivilDateInput"];
            outcomeNote?: string;
        };
        /**
         * @example {
         *       "email": "audit@example.be",
         *       "language": "fr",
         *       "accessFrom": "2026-03-01",
         *       "accessUntil": "2026-04-30"
         *     }
         */
        AuditorAccessDataInput: {
            /** Format: email */
            email: string;
            language: components["schemas"]["LanguageInput"];
            accessFrom: components["schemas"]["CivilDateInput"];
            accessUntil: components["schemas"]["CivilDateInput"];
        };
        /** @example 125000 */
        CentsInput: number;
        /**
         * @example {
         *       "kind": "incident",
         *       "reference": "Panne du 12 mars"
         *     }
         */
        PlanOriginDataInput: {
            /** @enum {string} */
            kind: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
            /** Format: uuid */
            id?: string;
            reference?: string;
        };
        /**
         * @example {
         *       "kind": "yearly",
         *       "year": 2027,
         *       "amount": 125000,
         *       "article": "104/12313"
         *     }
         */
        PlanCostDataInput: {
            /** @enum {string} */
            kind: "oneOff" | "yearly";
            year: number;
            untilYear?: number;
            amount: components["schemas"]["CentsInput"];
            article?: string;
            /** @enum {string} */
            source?: "ownBudget" | "subsidy" | "pool" | "other";
            /** @enum {string} */
            decidedBy?: "council" | "permanentBureau" | "directorGeneral";
        };
        /**
         * @example {
         *       "year": 2027,
         *       "asked": 250000,
         *       "askedOn": "2026-09-15"
         *     }
         */
        PlanBudgetDataInput: {
            year: number;
            asked: components["schemas"]["CentsInput"];
            askedOn?: components["schemas"]["CivilDateInput"];
            adopted?: components["schemas"]["CentsInput"];
            adoptedOn?: components["schemas"]["CivilDateInput"];
            reference?: string;
        };
        /**
         * @example {
         *       "title": "Chiffrer les ordinateurs portables",
         *       "priority": "high",
         *       "dueOn": "2027-06-30",
         *       "personDays": 3
         *     }
         */
        PlanActionDataInput: {
            title: string;
            description?: string;
            /** @default [] */
            origins: components["schemas"]["PlanOriginDataInput"][];
            /** Format: uuid */
            ownerId?: string;
            /** @enum {string} */
            ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            /**
             * @default normal
             * @enum {string}
             */
            priority: "high" | "normal" | "low";
            startOn?: components["schemas"]["CivilDateInput"];
            dueOn?: components["schemas"]["CivilDateInput"];
            /**
             * @default planned
             * @enum {string}
             */
            state: "planned" | "underWay" | "done" | "givenUp";
            /** @default 0 */
            progress: number;
            /** @default 0 */
            personDays: number;
            /** @default [] */
            costs: components["schemas"]["PlanCostDataInput"][];
            /** @default [] */
            budgets: components["schemas"]["PlanBudgetDataInput"][];
            repeatsMonths?: number;
            doneOn?: components["schemas"]["CivilDateInput"];
            doneHow?: string;
            givenUpReason?: string;
        };
        /**
         * @example {
         *       "progress": 60
         *     }
         */
        PlanProgressDataInput: {
            progress: number;
            doneOn?: components["schemas"]["CivilDateInput"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "year": 2027,
         *       "introduction": "Les portables d’abord."
         *     }
         */
        PlanVersionDataInput: {
            year: number;
            language?: components["schemas"]["DocumentLanguageInput"];
            introduction?: string;
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        PlanVersionChangeInput: {
            language: components["schemas"]["DocumentLanguageInput"];
            introduction?: string;
        };
        /**
         * @example {
         *       "submittedOn": "2026-09-21"
         *     }
         */
        PlanSubmissionDataInput: {
            submittedOn: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "decidedOn": "2026-10-12",
         *       "outcome": "approved",
         *       "decisionNumber": "CAS/2026/10-7"
         *     }
         */
        PlanVersionDecisionInput: {
            decidedOn: components["schemas"]["CivilDateInput"];
            /** @enum {string} */
            outcome: "approved" | "refused";
            decisionNumber?: string;
        };
        /**
         * @example {
         *       "month": 9,
         *       "day": 30
         *     }
         */
        PlanLeaveDataInput: {
            month: number;
            day: number;
        };
        PlatformAttendanceDataInput: {
            /** Format: uuid */
            personId?: string;
            name?: string;
            capacity?: string;
            /** @enum {string} */
            presence?: "present" | "excused" | "absent";
        };
        PlatformDecisionDataInput: {
            text: string;
            /** Format: uuid */
            personId?: string;
            /** @enum {string} */
            role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
            dueOn?: components["schemas"]["CivilDateInput"];
        };
        PlatformPointDataInput: {
            /** Format: uuid */
            id?: string;
            title: string;
            minutes?: string;
            decision?: components["schemas"]["PlatformDecisionDataInput"];
        };
        /**
         * @example {
         *       "heldOn": "2026-11-24",
         *       "startTime": "14:00",
         *       "place": "Salle du conseil",
         *       "points": [
         *         {
         *           "title": "Plan de sécurité"
         *         }
         *       ]
         *     }
         */
        PlatformMeetingDataInput: {
            heldOn: components["schemas"]["CivilDateInput"];
            startTime?: string;
            place?: string;
            /** Format: uuid */
            calledById?: string;
            calledOn?: components["schemas"]["CivilDateInput"];
            preparedOn?: components["schemas"]["CivilDateInput"];
            attendance?: components["schemas"]["PlatformAttendanceDataInput"][];
            /** @default [] */
            points: components["schemas"]["PlatformPointDataInput"][];
        };
        /**
         * @example {
         *       "doneOn": "2026-11-24",
         *       "doneHow": "Sauvegarde restaurée pour essai"
         *     }
         */
        PlatformCompletionDataInput: {
            doneOn?: components["schemas"]["CivilDateInput"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "approvedOn": "2026-11-24",
         *       "approval": "nextMeeting"
         *     }
         */
        PlatformApprovalDataInput: {
            approvedOn: components["schemas"]["CivilDateInput"];
            /** @enum {string} */
            approval: "nextMeeting" | "present";
            previewHash?: string;
        };
        FrameworkMappingInput: {
            from: string;
            to: string;
            relations: {
                from: string;
                to: string;
                /** @enum {string} */
                kind: "equal" | "subset" | "superset" | "intersect";
            }[];
        };
        /**
         * @example {
         *       "year": 2026
         *     }
         */
        YearlyReportDataInput: {
            year: number;
        };
        /**
         * @example {
         *       "submittedOn": "2027-02-09"
         *     }
         */
        YearlyReportPatchInput: {
            submittedOn: components["schemas"]["CivilDateInput"] | null;
        };
        /**
         * @example {
         *       "body": "La situation s’est améliorée.\n\n- Les sauvegardes sont essayées."
         *     }
         */
        ReportTextDataInput: {
            body: string;
        };
        /**
         * @example {
         *       "decidedOn": "2027-02-16",
         *       "decisionNumber": "2027/31"
         *     }
         */
        YearlyReportApprovalDataInput: {
            decidedOn: components["schemas"]["CivilDateInput"];
            decisionNumber: string;
            previewHash?: string;
        };
        CouncilSubjectInput: {
            subjectKind: string;
            room: string;
            /** Format: uuid */
            id: string;
            title: {
                key: string;
                values?: {
                    [key: string]: unknown;
                };
            };
            about?: string;
            path: string;
        };
        CouncilOverviewInput: {
            today: string;
            year: number;
            months: {
                month: string;
                /** @enum {string} */
                mark: "noted" | "nihil" | "presented" | "prepared" | "planned" | "open" | "missed" | "before" | "later";
                /** Format: uuid */
                sittingId?: string;
                heldOn?: string;
            }[];
            /** @description Months of the last twelve that ended without an item */
            missed: string[];
            next?: {
                /** Format: uuid */
                id: string;
                heldOn: string;
                startTime?: string;
                items: number;
                /** @enum {string} */
                monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            };
            /** @description Sittings held whose results are not recorded */
            toRecord: number;
            awaiting: components["schemas"]["CouncilSubjectInput"][];
            can: {
                [key: string]: boolean;
            };
        };
        CouncilItemInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            position: number;
            /** @enum {string} */
            kind: "monthly" | "urgent" | "procedures" | "subject" | "other";
            title: string;
            text?: string;
            nihil: boolean;
            year?: number;
            procedures?: {
                /** Format: uuid */
                versionId: string;
                /** Format: uuid */
                ownId: string;
                title: string;
                number: number;
                decidedOn: string;
            }[];
            subjectKind?: string;
            /** Format: uuid */
            subjectId?: string;
            path?: string;
            /** @description When its own room says that it was approved */
            decidedOn?: string;
            /** Format: uuid */
            noteId?: string;
            /** @enum {string} */
            noteState?: "draft" | "ready" | "presented";
            postponedFrom?: string;
            /** @enum {string} */
            result?: "noted" | "approved" | "refused" | "postponed";
            decisionNumber?: string;
            resultNote?: string;
            recordedBy?: string;
            /** @description Results that may be recorded */
            allowed: ("noted" | "approved" | "refused" | "postponed")[];
            can: {
                [key: string]: boolean;
            };
        };
        CouncilSittingWholeInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: string;
            startTime?: string;
            place?: string;
            cancelledOn?: string;
            cancelReason?: string;
            /** @description Days on which it was to be held before it was moved */
            formerDates: string[];
            /** @enum {string} */
            state?: "coming" | "toRecord" | "held" | "cancelled";
            items?: number;
            /** @description Items without a result */
            open?: number;
            /** @enum {string} */
            monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            /** @description References of its deliberations */
            decisions?: string;
            agenda: components["schemas"]["CouncilItemInput"][];
            next?: {
                /** Format: uuid */
                id: string;
                heldOn: string;
            };
            /** @description The last one that was made */
            bundle?: {
                /** Format: uuid */
                id: string;
                madeAt: string;
                pages: number;
            };
            can: {
                [key: string]: boolean;
            };
        };
        CouncilNoteInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            sittingId: string;
            /** Format: uuid */
            itemId: string;
            heldOn: string;
            title: string;
            language: components["schemas"]["DocumentLanguageInput"];
            /** @enum {string} */
            state: "draft" | "ready" | "presented";
            nihil: boolean;
            periodFrom: string;
            periodUntil: string;
            introduction?: string;
            lines: components["schemas"]["CouncilNoteLineInput"][];
            readyOn?: string;
            presentedOn?: string;
            presentedBy?: string;
            contentHash?: string;
            can: {
                [key: string]: boolean;
            };
        };
        CouncilPresentDataInput: {
            previewHash?: string;
        };
        /**
         * @example {
         *       "ready": true
         *     }
         */
        CouncilReadyDataInput: {
            ready: boolean;
        };
        CouncilOrderDataInput: {
            items: string[];
        };
        CouncilCalendarEnteredInput: {
            entered: number;
            /** @description Days on which there was a sitting already */
            known: number;
            ids: string[];
        };
        CouncilNotePreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        CouncilBundleInput: {
            /** Format: uuid */
            id: string;
            href: string;
            /** Format: uuid */
            sittingId: string;
            pages: number;
            parts: string[];
            pdf: {
                href: string;
                name: string;
                size: number;
                sha256: string;
            };
            zip: {
                href: string;
                name: string;
                size: number;
                sha256: string;
            };
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        CouncilBundleDataInput: {
            language?: components["schemas"]["DocumentLanguageInput"];
        };
        CouncilBundleAcceptedInput: {
            /** Format: uuid */
            id: string;
            href: string;
        };
        /**
         * @example {
         *       "amount": 60
         *     }
         */
        RuleSettingDataInput: {
            amount: number;
            reason?: string;
        };
        /**
         * @description A text of a room by its key, with what fills its gaps
         * @example {
         *       "key": "closeAccounts"
         *     }
         */
        WordsInput: {
            key: string;
            values?: {
                [key: string]: string | number | {
                    date: components["schemas"]["CivilDateInput"];
                } | {
                    word: string;
                };
            };
        };
        /**
         * @description By the end of a civil day in Belgium, or at an instant
         * @example {
         *       "on": "2026-11-24"
         *     }
         */
        DueInput: {
            on?: components["schemas"]["CivilDateInput"];
            at?: string;
        };
        /**
         * @example {
         *       "amount": 72,
         *       "unit": "hour"
         *     }
         */
        RuleLengthInput: {
            amount: number;
            /** @enum {string} */
            unit: "hour" | "day" | "month" | "year";
        };
        ObligationInput: {
            id: string;
            /** Format: uuid */
            organizationId?: string;
            room: string;
            /** @enum {string} */
            rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            /** @description With the setting of the centre */
            ruleLength: components["schemas"]["RuleLengthInput"];
            subject: {
                kind: string;
                id: string;
            };
            title: components["schemas"]["WordsInput"];
            about?: string;
            reason?: components["schemas"]["WordsInput"];
            start: components["schemas"]["DueInput"];
            due: components["schemas"]["DueInput"];
            /** @enum {string} */
            state: "overdue" | "week" | "waiting" | "later";
            /** @description Whether the caller is to act */
            mine: boolean;
            late: boolean;
            /** @description Who is to act */
            roles: string[];
            waitsFor?: components["schemas"]["WordsInput"];
            action: {
                label: components["schemas"]["WordsInput"];
                path: string;
            };
        };
        ObligationsInput: {
            self: string;
            items: components["schemas"]["ObligationInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ObligationSummaryInput: {
            self: string;
            today: components["schemas"]["CivilDateInput"];
            now: string;
            counts: {
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            };
            lateWithOthers: number;
            /** @description The most pressing first */
            rooms: {
                room: string;
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            }[];
            /** @description The most pressing first, twelve at most */
            centres: {
                /** Format: uuid */
                organizationId: string;
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            }[];
            centresConcerned: number;
            /** @description Twelve from this one; what is late counts in the first */
            months: {
                month: string;
                overdue: number;
                count: number;
            }[];
            overdue: components["schemas"]["ObligationInput"][];
            week: components["schemas"]["ObligationInput"][];
            waiting: components["schemas"]["ObligationInput"][];
        };
        RuleInput: {
            /** @enum {string} */
            rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            /** @description 0 where the centre has set nothing; for If-Match */
            version: number;
            href: string;
            starts: string;
            source: string;
            /** @enum {string} */
            kind: "law" | "norm" | "model" | "setting";
            /** @enum {string} */
            bound: "within" | "ahead" | "keepAtMost" | "keepAtLeast";
            /** @enum {string} */
            counting: "elapsed" | "calendar" | "eu1182";
            /** @enum {string} */
            certainty: "sure" | "unsure";
            /** @enum {string} */
            adjust: "nothing" | "stricter" | "both";
            from?: components["schemas"]["CivilDateInput"];
            until?: components["schemas"]["CivilDateInput"];
            length: components["schemas"]["RuleLengthInput"];
            setting?: {
                amount: number;
                reason?: string;
            };
        };
        RulesInput: {
            self: string;
            followedSince: components["schemas"]["CivilDateInput"];
            items: components["schemas"]["RuleInput"][];
            total: number;
            pageSize: number;
            can: {
                [key: string]: boolean;
            };
        };
        CorrectionRequestsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                personId: string;
                personName: string;
                askedOn: string;
                /** @description The last day to answer: one month after it was asked (GDPR 12(3)) */
                dueOn: string;
                text: string;
                /** @enum {string} */
                state: "open" | "granted" | "refused" | "withdrawn";
                answer?: string;
                answeredOn?: string;
                version: number;
            }[];
            total: number;
            pageSize: number;
        };
        OwnDataInput: {
            /**
             * Format: uuid
             * @description Absent where the account is nobody’s record in this centre
             */
            personId?: string;
            account: {
                name: string;
                email: string;
                language: string;
                createdAt: string;
            };
            roles: string[];
            /** @description Every row of every table that is about the person */
            facts: {
                table: string;
                row: {
                    [key: string]: unknown;
                };
            }[];
        };
        RetentionInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                name: string;
                kind: string;
                lastDay: string;
                erasableFrom: string;
                erasable: boolean;
                /** @description Still has access to Beffroi: nothing is erased before that ends */
                access: boolean;
            }[];
            total: number;
            pageSize: number;
            erasable: number;
            frozenDocuments: number;
            today: string;
        };
        ErasedInput: {
            /** @description So many entries of the audit trail forgot their texts */
            entries: number;
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        DocumentLanguageDataInput: {
            language?: components["schemas"]["DocumentLanguageInput"];
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-24",
         *       "decisionNumber": "2026/118",
         *       "approver": "council"
         *     }
         */
        DocumentApprovalDataInput: {
            decidedOn: components["schemas"]["CivilDateInput"];
            decisionNumber?: string;
            /** @enum {string} */
            approver: "council" | "councilWithAnnualReport" | "management" | "signatory";
            previewHash?: string;
        };
        /**
         * @example {
         *       "verifiedOn": "2026-11-24"
         *     }
         */
        DocumentVerificationDataInput: {
            verifiedOn: components["schemas"]["CivilDateInput"];
            note?: string;
        };
        /**
         * @example {
         *       "variable": "adviser.notifiedOn",
         *       "label": "variables.adviser.notifiedOn",
         *       "where": {
         *         "page": "mandates",
         *         "field": "federalServiceNotifiedOn",
         *         "mandate": "adviser"
         *       }
         *     }
         */
        MissingVariableInput: {
            variable: string;
            label: string;
            where: {
                /** @enum {string} */
                page: "organization" | "mandates" | "people";
                field: string;
                mandate?: string;
            };
            mandateId?: string;
        };
        DocumentVersionSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            files: {
                pdf: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
                docx: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
            };
            can: {
                [key: string]: boolean;
            };
        };
        DocumentVersionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            files: {
                pdf: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
                docx: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
            };
            can: {
                [key: string]: boolean;
            };
            verifications: {
                /** Format: uuid */
                id: string;
                verifiedOn: string;
                note?: string;
            }[];
        };
        DocumentsInput: {
            self: string;
            items: {
                /** @enum {string} */
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
                language: components["schemas"]["DocumentLanguageInput"];
                href: string;
                title: string;
                /** @enum {string} */
                layout: "report" | "letter";
                approvers: ("council" | "councilWithAnnualReport" | "management" | "signatory")[];
                yearlyVerification: boolean;
                nextNumber: number;
                inForce?: components["schemas"]["DocumentVersionSummaryInput"];
                outdated: boolean;
                draft?: components["schemas"]["DocumentVersionSummaryInput"];
                reviewDueOn?: string;
                can: {
                    [key: string]: boolean;
                };
                wording: {
                    own: number;
                    questions: number;
                };
                missing: number;
            }[];
            total: number;
            pageSize: number;
        };
        DocumentInput: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            href: string;
            title: string;
            /** @enum {string} */
            layout: "report" | "letter";
            approvers: ("council" | "councilWithAnnualReport" | "management" | "signatory")[];
            yearlyVerification: boolean;
            nextNumber: number;
            inForce?: components["schemas"]["DocumentVersionSummaryInput"];
            outdated: boolean;
            draft?: components["schemas"]["DocumentVersionSummaryInput"];
            reviewDueOn?: string;
            can: {
                [key: string]: boolean;
            };
            wording: {
                own: number;
                questions: number;
            };
            missing: components["schemas"]["MissingVariableInput"][];
            versions: components["schemas"]["DocumentVersionSummaryInput"][];
        };
        DocumentPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
            missing: components["schemas"]["MissingVariableInput"][];
        };
        DocumentComparisonInput: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            href: string;
            before: {
                /** Format: uuid */
                id?: string;
                number: number;
                /** @enum {string} */
                state: "draft" | "approved" | "superseded";
                decidedOn?: string;
            };
            after: {
                /** Format: uuid */
                id?: string;
                number: number;
                /** @enum {string} */
                state: "draft" | "approved" | "superseded";
                decidedOn?: string;
            };
            changed: number;
            sections: {
                key: string;
                level: number;
                /** @enum {string} */
                change: "same" | "changed" | "moved" | "added" | "removed";
                before?: string;
                after?: string;
                blocks: {
                    kind: string;
                    /** @enum {string} */
                    change: "same" | "changed" | "added" | "removed";
                    words: {
                        text: string;
                        /** @enum {string} */
                        change?: "added" | "removed";
                    }[];
                }[];
            }[];
        };
        /**
         * @example {
         *       "sectionKey": "objectives",
         *       "text": "Dire aussi qui décide."
         *     }
         */
        DocumentCommentDataInput: {
            sectionKey: string;
            text: string;
            /** Format: uuid */
            parentId?: string;
        };
        DocumentCommentsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                sectionKey: string;
                /** Format: uuid */
                parentId?: string;
                text: string;
                writtenBy?: string;
                writtenAt: string;
                resolvedBy?: string;
                resolvedAt?: string;
                can: {
                    [key: string]: boolean;
                };
            }[];
            total: number;
            pageSize: number;
            open: number;
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * @example {
         *       "until": "2026-12-15",
         *       "accountIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ]
         *     }
         */
        DocumentReviewDataInput: {
            until: components["schemas"]["CivilDateInput"];
            accountIds: string[];
            note?: string;
        };
        /**
         * @example {
         *       "opinion": "agreedWithRemarks",
         *       "text": "Voir la section 3."
         *     }
         */
        DocumentReviewAnswerDataInput: {
            /** @enum {string} */
            opinion: "agreed" | "agreedWithRemarks" | "notAgreed";
            text?: string;
        };
        DocumentReviewsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                until: string;
                note?: string;
                askedBy?: string;
                askedAt: string;
                closedBy?: string;
                closedAt?: string;
                answers: {
                    name: string;
                    mine: boolean;
                    /** @enum {string} */
                    opinion?: "agreed" | "agreedWithRemarks" | "notAgreed";
                    text?: string;
                    answeredAt?: string;
                }[];
                can: {
                    [key: string]: boolean;
                };
            }[];
            total: number;
            pageSize: number;
            can: {
                [key: string]: boolean;
            };
        };
        DocumentReviewersInput: {
            self: string;
            items: {
                href: string;
                /** Format: uuid */
                accountId: string;
                name: string;
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            }[];
            total: number;
            pageSize: number;
        };
        /**
         * @example {
         *       "how": "replaced",
         *       "title": "Objectifs",
         *       "body": "Le centre …"
         *     }
         */
        DocumentWordingDataInput: {
            /** @enum {string} */
            how: "replaced";
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
        } | {
            /** @enum {string} */
            how: "added";
            after: string;
            level: 1 | 2;
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
        } | {
            /** @enum {string} */
            how: "leftOut";
            reason: string;
        };
        /**
         * @example {
         *       "kind": "securityPolicyFormal",
         *       "language": "fr",
         *       "sectionKey": "objectives",
         *       "how": "replaced",
         *       "title": "Objectifs",
         *       "body": "Le centre …"
         *     }
         */
        NewDocumentWordingDataInput: {
            /** @enum {string} */
            how: "replaced";
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            sectionKey: string;
        } | {
            /** @enum {string} */
            how: "added";
            after: string;
            level: 1 | 2;
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
        } | {
            /** @enum {string} */
            how: "leftOut";
            reason: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            sectionKey: string;
        };
        DocumentWordingInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            sectionKey: string;
            /** @enum {string} */
            how: "replaced" | "added" | "leftOut";
            after?: string;
            level?: number;
            title?: string;
            body?: string;
            reason?: string;
            libraryRevision: number;
            library?: {
                title: string;
                body: string;
            };
            writtenBy?: string;
            writtenAt: string;
        };
        DocumentSectionsInput: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguageInput"];
            href: string;
            revision: number;
            questions: number;
            can: {
                [key: string]: boolean;
            };
            variables: {
                name: string;
                value?: string;
            }[];
            sections: {
                key: string;
                level: number;
                number?: string;
                title: string;
                /** @enum {string} */
                state: "library" | "replaced" | "added" | "leftOut" | "leftOutWithChapter" | "gone";
                canLeaveOut: boolean;
                library?: {
                    title: string;
                    body: string;
                };
                wording?: components["schemas"]["DocumentWordingInput"];
                /** @enum {string} */
                question?: "changed" | "gone";
                fixed: {
                    source: string;
                    lines: string[];
                }[];
            }[];
        };
        /**
         * @example {
         *       "title": "Circulaire relative à la double authentification",
         *       "kind": "circular",
         *       "datedOn": "2026-03-02",
         *       "legalTexts": [
         *         "organicLaw1976"
         *       ],
         *       "norms": []
         *     }
         */
        DocumentationDataInput: {
            title: string;
            /** @enum {string} */
            kind: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
            source?: string;
            datedOn?: components["schemas"]["CivilDateInput"];
            receivedOn?: components["schemas"]["CivilDateInput"];
            note?: string;
            /** Format: uri */
            address?: string;
            /** @default [] */
            legalTexts: string[];
            /** @default [] */
            norms: string[];
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-24",
         *       "decisionNumber": "2026/119",
         *       "approver": "council"
         *     }
         */
        OwnDocumentApprovalDataInput: {
            decidedOn: components["schemas"]["CivilDateInput"];
            decisionNumber?: string;
            /** @enum {string} */
            approver: "council" | "councilWithAnnualReport" | "management" | "signatory";
        };
        OwnDocumentVersionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            ownDocumentId: string;
            title: string;
            language: components["schemas"]["DocumentLanguageInput"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            file: {
                href: string;
                name: string;
                /** @enum {string} */
                format: "pdf" | "docx";
                size: number;
                sha256: string;
            };
            verifications?: {
                /** Format: uuid */
                id: string;
                verifiedOn: string;
                note?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        OwnDocumentVersionsInput: {
            self: string;
            items: components["schemas"]["OwnDocumentVersionInput"][];
            total: number;
            pageSize: number;
        };
        DocumentRegisterLineInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider" | "own";
            /** Format: uuid */
            ownDocumentId?: string;
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other" | "appointment" | "undertaking";
            language: components["schemas"]["DocumentLanguageInput"];
            yearlyReview: boolean;
            inPolicy: boolean;
            /** @enum {string} */
            state: "inForce" | "missing";
            /** Format: uuid */
            inForceId?: string;
            number?: number;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            reviewDueOn?: string;
            /** Format: uuid */
            draftId?: string;
            draftNumber?: number;
            draftedOn?: string;
        };
        DocumentRegisterInput: {
            self: string;
            items: components["schemas"]["DocumentRegisterLineInput"][];
            total?: number;
            pageSize: number;
            next?: string;
            own: {
                total: number;
                inForce: number;
                late: number;
                drafts: number;
            };
        };
        YearlyReportSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            language: components["schemas"]["DocumentLanguageInput"];
            /** @enum {string} */
            state: "draft" | "submitted" | "approved";
            begunOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            can: {
                [key: string]: boolean;
            };
            /** @description Sections that have a text */
            written: number;
        };
        YearlyReportsInput: {
            self: string;
            items: components["schemas"]["YearlyReportSummaryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ReportTextInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            reportId: string;
            /** @enum {string} */
            section: "state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures";
            body: string;
            /** @description The text as it is printed */
            html: string;
            writtenAt?: string;
            writtenBy?: string;
            can: {
                [key: string]: boolean;
            };
        };
        ReportSectionInput: {
            /** @enum {string} */
            key: "state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures";
            title: string;
            /** @description Which content of art. 8 of the royal decree of 12 August 1993 it is */
            article?: number;
            /** @description Its text must be written before the report can be approved */
            missing: boolean;
            figures: {
                label: string;
                text: string;
                before?: string;
                path?: string;
            }[];
            pictures: {
                title: string;
                what: string;
                empty: string;
                unit?: string;
                path?: string;
                rows: {
                    label: string;
                    value: number;
                    of: number;
                    text?: string;
                    before?: {
                        value: number;
                        of: number;
                        text?: string;
                    };
                }[];
            }[];
            tables: {
                title: string;
                empty: string;
                columns: {
                    title: string;
                    width?: number;
                }[];
                rows: {
                    cells: string[];
                    path?: string;
                }[];
            }[];
            lines: {
                on: string;
                text: string;
                path: string;
            }[];
            notes: string[];
            text?: components["schemas"]["ReportTextInput"];
        };
        YearlyReportInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            language: components["schemas"]["DocumentLanguageInput"];
            /** @enum {string} */
            state: "draft" | "submitted" | "approved";
            begunOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            can: {
                [key: string]: boolean;
            };
            from: string;
            /** @description The day as of which the figures are read: 31 December, or today while the year lasts */
            until: string;
            contentHash?: string;
            auditHead?: string;
            approvedBy?: string;
            sections: components["schemas"]["ReportSectionInput"][];
            missing: ("state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures")[];
        };
        YearlyReportPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
            language: components["schemas"]["DocumentLanguageInput"];
        };
        DossierPartInput: {
            title: string;
            /** @description Nobody has approved it yet */
            draft: boolean;
            /** @description Where it is worked on, under the pages of the centre */
            path: string;
            /** @description Facts that it cites and nobody has entered */
            missing: {
                name: string;
                label: string;
            }[];
            files: string[];
        };
        DossierInput: {
            /** Format: uuid */
            id: string;
            href: string;
            language: components["schemas"]["DocumentLanguageInput"];
            name: string;
            size: number;
            sha256: string;
            file: string;
            parts: components["schemas"]["DossierPartInput"][];
        };
        DossierAskedInput: {
            language?: components["schemas"]["DocumentLanguageInput"];
        };
        TaskAcceptedInput: {
            /** Format: uuid */
            id: string;
            href: string;
        };
        AdviceSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "asked" | "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            oral: boolean;
            authorName?: string;
            askedOn?: string;
            askedByName?: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /**
             * @description How the decision stands to its last day
             * @enum {string}
             */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
        };
        AdviceInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "asked" | "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            oral: boolean;
            authorName?: string;
            askedOn?: string;
            askedByName?: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /**
             * @description How the decision stands to its last day
             * @enum {string}
             */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
            /** Format: uuid */
            askedById?: string;
            askedBy?: string;
            question?: string;
            oralReason?: string;
            facts?: string;
            reasons?: string;
            recommendation?: string;
            risk?: string;
            alternatives?: string;
            delayDays?: number;
            delayReason?: string;
            contentHash?: string;
            decisionReasons?: string;
            decidedByName?: string;
            decidedForName?: string;
            delegatedFrom?: string;
            delegatedUntil?: string;
            toldOn?: string;
            decisionHash?: string;
            withdrawnOn?: string;
            withdrawalReason?: string;
        };
        AdvicesInput: {
            self: string;
            items: components["schemas"]["AdviceSummaryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        AdvicePreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        AdviceOverviewInput: {
            waiting: number;
            late: number;
            drafts: number;
            asked: number;
            nextDueOn?: string;
            /** Format: uuid */
            nextId?: string;
            /** @description In which any was given, the last first */
            years: number[];
            can: {
                [key: string]: boolean;
            };
        };
        FrameworkItemInput: {
            id: string;
            version: string;
            href: string;
            title: components["schemas"]["TextsInput"];
            publisher?: string;
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @enum {string} */
            origin: "library" | "import";
            format: string;
            languages: string[];
            norms: number;
            /** @description No later version of this framework is there */
            newest: boolean;
            importedAt: string;
            /** @description The name of the account that imported it */
            importedBy?: string;
            can: {
                [key: string]: boolean;
            };
        };
        FrameworkItemsInput: {
            self: string;
            items: components["schemas"]["FrameworkItemInput"][];
            total: number;
            pageSize: number;
        };
        MappingItemInput: {
            from: string;
            to: string;
            href: string;
            /** @enum {string} */
            origin: "library" | "import";
            relations: number;
            importedAt: string;
        };
        MappingItemsInput: {
            self: string;
            items: components["schemas"]["MappingItemInput"][];
            total: number;
            pageSize: number;
        };
        NormChangeInput: {
            /** @enum {string} */
            kind: "unchanged" | "moved" | "renumbered" | "reworded" | "added" | "removed";
            from?: string;
            to?: string;
            parts?: ("title" | "text" | "guidelines" | "scope" | "levels" | "applies")[];
            before?: components["schemas"]["NormInput"];
            after?: components["schemas"]["NormInput"];
        };
        FrameworkChangesInput: {
            self: string;
            from: string;
            to: string;
            counts: {
                [key: string]: number;
            };
            /** @description Norms whose answers go on */
            kept: number;
            /** @description Norms whose answers must be looked at again */
            again: number;
            /** @description All but the unchanged ones */
            items: components["schemas"]["NormChangeInput"][];
        };
        ImportFaultInput: {
            /** @enum {string} */
            code: "notYaml" | "notJson" | "tooManyAliases" | "tooDeep" | "tooSlow" | "tooLarge" | "notText" | "unknownFormat" | "notWorkbook" | "nothingToRead" | "severalFrameworks" | "notAList" | "notAnObject" | "required" | "idTwice" | "unknownParent" | "parentCycle" | "parameterCycle" | "unknownLevel" | "noKnownLanguage" | "noTitle" | "noNorms" | "tooManyNorms" | "tooManyGuidelines" | "tooManyRelations" | "tooLong" | "normsLost" | "unknownRelation" | "mappingToItself" | "mappingCycle" | "frameworkNumber" | "frameworkId" | "frameworkVersion" | "invalid" | "frameworkMissing" | "noRelationLeft" | "versionExists" | "libraryOwns" | "unknownColumn" | "missingColumn" | "missingSheet" | "unknownChoice" | "normWithoutChapter" | "guidelineWithoutNorm" | "formulaError";
            path?: string;
            line?: number;
            cell?: string;
            value?: string;
            parameters?: {
                [key: string]: string | number;
            };
        };
        ImportPlanInput: {
            kept: boolean;
            /** @enum {string} */
            format: "ciso" | "oscal" | "xlsx";
            frameworks: {
                id: string;
                version: string;
                title: components["schemas"]["TextsInput"];
                description?: components["schemas"]["TextsInput"];
                publisher?: string;
                licence?: string;
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
                languages: components["schemas"]["LanguageInput"][];
                levels: {
                    id: string;
                    title: components["schemas"]["TextsInput"];
                    norms: number;
                }[];
                chapters: number;
                norms: number;
                guidelines: number;
                outline: {
                    id: string;
                    title: components["schemas"]["TextsInput"];
                    norms: number;
                    guidelines: number;
                }[];
                /** @description The first norm, as it would be kept */
                example: components["schemas"]["NormInput"];
                /** @enum {string} */
                state: "new" | "nextVersion" | "known";
                /** @description The newest version there is, and what this one changes */
                former?: {
                    version: string;
                    changes: {
                        [key: string]: number;
                    };
                    kept: number;
                    again: number;
                };
            }[];
            mappings: {
                from: string;
                to: string;
                relations: number;
                /** @enum {string} */
                state: "new" | "replaces" | "known";
            }[];
            leftOut: {
                /** @enum {string} */
                code: "languages" | "textNodes" | "referenceControls" | "threats" | "metrics" | "riskMatrices" | "otherObjects" | "scores" | "choices" | "weights" | "cutTitles" | "renumbered" | "withdrawn" | "assessmentParts" | "backMatter" | "links" | "rationales" | "relationsTwice" | "relationsToHeadings" | "unnamedLevels";
                count: number;
                examples: string[];
            }[];
            faults: components["schemas"]["ImportFaultInput"][];
            faultsInAll: number;
        };
        AssessmentGivesInput: {
            self: string;
            from: {
                id: string;
                version: string;
                title: components["schemas"]["TextsInput"];
            };
            to: {
                id: string;
                version: string;
                title: components["schemas"]["TextsInput"];
            };
            year: number;
            /** @description Norms of the other framework */
            norms: number;
            /** @description Of them, those that the mapping may answer */
            carried: number;
            hinted: number;
            items: {
                norm: string;
                title: components["schemas"]["TextsInput"];
                /** @enum {string} */
                kind: "carried" | "hint";
                /** @description How far it is fulfilled, from 0 to 1 */
                value: number;
                from: {
                    norm: string;
                    title: components["schemas"]["TextsInput"];
                    /** @enum {string} */
                    relation: "equal" | "subset" | "superset" | "intersect";
                    value: number;
                }[];
            }[];
            total: number;
            pageSize: number;
        };
        InfringementActionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            text: string;
            responsible?: string;
            dueOn?: string;
            doneOn?: string;
            doneHow?: string;
            late: boolean;
        };
        InfringementInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            addressee: "directorGeneral" | "president";
            subject: string;
            authorName: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /** @enum {string} */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
            rule?: string;
            foundOn?: string;
            facts?: string;
            concerned?: string;
            reasons?: string;
            recommendation?: string;
            delayDays?: number;
            delayReason?: string;
            decisionReasons?: string;
            decidedByName?: string;
            decidedForName?: string;
            delegatedFrom?: string;
            delegatedUntil?: string;
            withdrawnOn?: string;
            withdrawalReason?: string;
            noticeHash?: string;
            decisionHash?: string;
            actions: components["schemas"]["InfringementActionInput"][];
        };
        InfringementSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            addressee: "directorGeneral" | "president";
            subject: string;
            authorName: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /** @enum {string} */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
        };
        InfringementsInput: {
            self: string;
            items: components["schemas"]["InfringementSummaryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
            can: {
                [key: string]: boolean;
            };
            /**
             * @description As what the caller knows of them
             * @enum {string}
             */
            standing: "adviser" | "directorGeneral" | "president";
        };
        InfringementPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        FirstStepInput: {
            /** @enum {string} */
            name: "record" | "people" | "services" | "mandates" | "documents" | "direction";
            done: boolean;
            open?: number;
        };
        /**
         * @example {
         *       "steps": [
         *         {
         *           "name": "record",
         *           "done": false,
         *           "open": 4
         *         }
         *       ],
         *       "done": false
         *     }
         */
        FirstStepsInput: {
            steps: components["schemas"]["FirstStepInput"][];
            done: boolean;
        };
        OrganizationInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            slug: string;
            name: components["schemas"]["LocalizedTextInput"];
            /** @enum {string} */
            documentLanguage: "fr" | "nl" | "de";
            nisCode?: string;
            enterpriseNumber?: string;
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["AddressInput"];
            phone?: string;
            email?: string;
            federalContact?: components["schemas"]["FederalContactInput"];
            profile: components["schemas"]["OrganizationProfileInput"];
            facts: components["schemas"]["OrganizationFactsInput"];
            pool?: {
                id: string;
                name: string;
                start: string;
            };
            can: {
                [key: string]: boolean;
            };
        };
        OrganizationCreationInput: {
            slug: string;
            name: components["schemas"]["LocalizedTextInput"];
            documentLanguage: components["schemas"]["DocumentLanguageInput"];
            nisCode?: components["schemas"]["NisCodeInput"];
            enterpriseNumber?: components["schemas"]["EnterpriseNumberInput"];
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["AddressInput"];
            phone?: string;
            /** Format: email */
            email?: string;
            federalContact?: components["schemas"]["FederalContactInput"];
            /** @default {} */
            profile: components["schemas"]["OrganizationProfileInput"];
            /** @default {} */
            facts: components["schemas"]["OrganizationFactsInput"];
            /**
             * @default adviser
             * @enum {string}
             */
            as: "adviser" | "directorGeneral";
        };
        /**
         * @example {
         *       "email": "odile.lambin@example.be",
         *       "language": "fr",
         *       "roles": [
         *         "archivist"
         *       ]
         *     }
         */
        InvitationDataInput: {
            /** Format: email */
            email: string;
            language: components["schemas"]["LanguageInput"];
            /** Format: uuid */
            personId?: string;
            /** @default [] */
            roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            accessFrom?: components["schemas"]["CivilDateInput"];
            accessUntil?: components["schemas"]["CivilDateInput"];
        };
        MemberDataInput: {
            grantedRoles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            end?: components["schemas"]["CivilDateInput"];
        };
        DelegationDataInput: {
            /** Format: uuid */
            fromLinkId?: string;
            /** Format: uuid */
            toLinkId?: string;
            /** Format: uuid */
            invitationId?: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "itHead" | "itAgent" | "headOfService" | "archivist" | "reception" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector";
            start: components["schemas"]["CivilDateInput"];
            end: components["schemas"]["CivilDateInput"];
            reason?: string;
            /** @default false */
            confidential: boolean;
        };
        AccountChangeInput: {
            roles: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string;
            disabled: boolean;
        };
        AccountInput: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            email: string;
            disabled: boolean;
            self: boolean;
            roles: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string;
            /** @enum {string} */
            factor: "enrolled" | "owed" | "none";
            lastMonth?: string;
        };
        AccountsInput: {
            self: string;
            items: components["schemas"]["AccountInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        AccountPatchInput: {
            roles?: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string | null;
            disabled?: boolean;
        };
        LinkRequestsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "reset" | "address";
                name: string;
                email: string;
                address?: string;
                askedAt: string;
            }[];
            total: number;
            pageSize: number;
        };
        DelegationInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
            from: string;
            /** @description A name; of somebody invited, the address */
            to: string;
            invited: boolean;
            start: string;
            end: string;
            reason?: string;
            /** @description Who made it, where that is not the lender */
            by?: string;
            /** @enum {string} */
            state: "running" | "coming" | "waiting" | "void";
            /** @enum {string} */
            side: "lent" | "received" | "other";
            /** @description Functions that do not go together, from the first day both are held */
            warnings: string[];
            can: {
                end: boolean;
            };
        };
        DelegationsInput: {
            self: string;
            items: components["schemas"]["DelegationInput"][];
            total: number;
            pageSize: number;
        };
        StandInsInput: {
            items: {
                /** Format: uuid */
                linkId?: string;
                /** Format: uuid */
                invitationId?: string;
                name: string;
                self: boolean;
                /** @description What they hold and may lend */
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            }[];
        };
        InvitationsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                language: components["schemas"]["LanguageInput"];
                /** Format: uuid */
                personId?: string;
                personName?: string;
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
                accessFrom?: string;
                accessUntil?: string;
                invitedBy: string;
                sentAt: string;
                expiresAt: string;
                expired: boolean;
                sentByMail: boolean;
            }[];
            total: number;
            pageSize: number;
            /** @description Whether links are sent by mail */
            mail: boolean;
        };
        InvitationSentInput: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once, where no mail server took it: to be passed on by oneself */
            link?: string;
            /**
             * @description Why the mail server did not take it
             * @enum {string}
             */
            mailFault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        InvitationTokenInput: {
            token: string;
        };
        InvitationShownInput: {
            email: string;
            language: components["schemas"]["LanguageInput"];
            centre: {
                name: components["schemas"]["LocalizedTextInput"];
                municipality: string;
            };
            roles: string[];
            invitedBy?: string;
            accessFrom?: string;
            accessUntil?: string;
            expiresAt: string;
            /** @description The address has an account already: sign in with it */
            hasAccount: boolean;
        };
        /**
         * @example {
         *       "token": "01990000-0000-7000-8000-000000000001.the-secret-of-the-link",
         *       "name": "Odile Lambin",
         *       "language": "fr",
         *       "password": "quatre mots sans suite"
         *     }
         */
        InvitationAcceptanceInput: {
            token: string;
            name: string;
            language: components["schemas"]["LanguageInput"];
            password: string;
        };
        MemberInput: {
            /** Format: uuid */
            id: string;
            href: string;
            version: number;
            /** Format: uuid */
            accountId: string;
            name: string;
            email: string;
            /** Format: uuid */
            personId?: string;
            personName?: string;
            start: string;
            end?: string;
            /** @enum {string} */
            state: "running" | "coming" | "ended";
            disabled: boolean;
            /** @description One’s own access */
            self: boolean;
            grantedRoles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            grantedOn?: string;
            /** @description Each role with what it comes from, today */
            reasons: {
                role: string;
                /** @enum {string} */
                source: "grant" | "provider" | "mandate" | "service" | "contract" | "delegation";
                since?: string;
                until?: string;
                detail?: string;
            }[];
            /** @enum {string} */
            factor: "enrolled" | "owed" | "none";
            /** @description YYYY-MM of the last sign-in that is still known (six months) */
            lastMonth?: string;
            can: {
                [key: string]: boolean;
            };
        };
        MemberPatchInput: {
            grantedRoles?: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            end?: components["schemas"]["CivilDateInput"] | null;
        };
        MembersInput: {
            self: string;
            items: components["schemas"]["MemberInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "host": "mail.example.be",
         *       "port": 587,
         *       "security": "startTls",
         *       "username": "beffroi",
         *       "sender": "Beffroi <beffroi@example.be>"
         *     }
         */
        MailSettingsDataInput: {
            host: string;
            port: number;
            /** @enum {string} */
            security: "startTls" | "tls" | "none";
            username?: string;
            password?: string;
            sender: string;
            /** Format: email */
            replyTo?: string;
        };
        MailStateInput: {
            /**
             * @description Where the settings that hold come from
             * @enum {string}
             */
            source: "environment" | "settings" | "none";
            /** @description False where there are none, or the password can no longer be read */
            usable: boolean;
            settings?: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "none" | "whereOffered" | "startTls" | "tls";
                username?: string;
                sender: string;
                replyTo?: string;
            };
            /** @description 0 where the page has kept nothing yet */
            version: number;
        };
        MailRehearsalInput: {
            to: string;
            lines: {
                /** @enum {string} */
                by: "server" | "us";
                text: string;
            }[];
            /**
             * @description Absent when the server took the message over
             * @enum {string}
             */
            fault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        OrganizationChartPersonInput: {
            /** Format: uuid */
            personId: string;
            name: string;
            function?: string;
            mandates: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            head?: boolean;
        };
        OrganizationChartInput: {
            day: string;
            services: {
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: uuid */
                parentId?: string;
                seesPersonalData: boolean;
                headName?: string;
                headless: boolean;
                count: number;
                people: components["schemas"]["OrganizationChartPersonInput"][];
            }[];
            others: components["schemas"]["OrganizationChartPersonInput"][];
        };
        PersonMergeDataInput: {
            /** Format: uuid */
            keptId: string;
            keptVersion: number;
            /** Format: uuid */
            goneId: string;
            goneVersion: number;
            values: components["schemas"]["PersonDataInput"];
        };
        PersonDuplicatesInput: {
            self: string;
            total: number;
            pageSize: number;
            items: {
                one: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    lastName: string;
                    firstName: string;
                    /** @enum {string} */
                    kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                    email?: string;
                    phone?: string;
                    reference?: string;
                };
                other: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    lastName: string;
                    firstName: string;
                    /** @enum {string} */
                    kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                    email?: string;
                    phone?: string;
                    reference?: string;
                };
                likenesses: ("name" | "email" | "phone")[];
            }[];
        };
        PersonMergesInput: {
            self: string;
            total: number;
            pageSize: number;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                keptId: string;
                keptName: string;
                goneName: string;
                mergedAt: string;
                mergedBy?: string;
                undoneAt?: string;
                /** @description The instant from which it can no longer be undone */
                undoUntil: string;
            }[];
        };
        PersonReferencesInput: {
            items: {
                table: string;
                count: number;
            }[];
        };
        PersonMergedInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            keptId: string;
        };
        /**
         * @example {
         *       "frequency": "weekly",
         *       "weekday": 1,
         *       "hour": 8,
         *       "quietFrom": 20,
         *       "quietUntil": 7,
         *       "workdaysOnly": true
         *     }
         */
        ReminderSettingsInput: {
            /** @enum {string} */
            frequency: "off" | "daily" | "weekly";
            weekday: number;
            hour: number;
            quietFrom: number;
            quietUntil: number;
            workdaysOnly: boolean;
        };
        /**
         * @example {
         *       "name": "Outlook"
         *     }
         */
        CalendarDataInput: {
            name: string;
        };
        RemindersInput: {
            /** @enum {string} */
            frequency: "off" | "daily" | "weekly";
            weekday: number;
            hour: number;
            quietFrom: number;
            quietUntil: number;
            workdaysOnly: boolean;
            /** @description 0 while nothing was chosen */
            version: number;
            /** @description Whether mail can leave at all */
            mail: boolean;
            /** @description The day of the last digest */
            lastSent?: string;
        };
        CalendarInput: {
            /** Format: uuid */
            id: string;
            name: string;
            createdAt: string;
            /** @description The day a program last read it */
            readOn?: string;
            /** @description The secret address: said once, when it is made */
            address?: string;
        };
        /**
         * @example {
         *       "providerId": "01990000-0000-7000-8000-000000000001",
         *       "groupName": "cpas-informatique",
         *       "role": "itAgent"
         *     }
         */
        GroupMappingDataInput: {
            /** Format: uuid */
            providerId: string;
            groupName: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
        };
        GroupMappingsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                providerId: string;
                groupName: string;
                /** @enum {string} */
                role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
                /** @enum {string} */
                state: "applied" | "toAdd" | "toRemove";
            }[];
            total: number;
            pageSize: number;
            providers: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description False when it is not asked for groups */
                groups: boolean;
            }[];
            /** @description Last seen of those who sign in here */
            knownGroups: {
                /** Format: uuid */
                providerId: string;
                groupName: string;
            }[];
        };
        GroupMappingPreviewInput: {
            /** @description Of all that is shown: what is applied is this and nothing else */
            digest: string;
            changes: {
                account: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    email: string;
                };
                gains: string[];
                loses: string[];
            }[];
            /** @description How many accounts change, shown or not */
            changed: number;
            /** @description How many accounts keep the roles that groups give them */
            unchanged: number;
            /** @description How many mappings wait to be applied */
            pending: number;
            /** @description Some of them give or take a role that only the director-general decides on */
            needsDirector: boolean;
        };
        GroupMappingTrialInput: {
            /** Format: uuid */
            providerId: string;
            groups: string[];
        };
        /**
         * @example {
         *       "name": "Compte communal",
         *       "preset": "entra",
         *       "issuer": "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
         *       "clientId": "beffroi",
         *       "emailDomains": [
         *         "cpas-exemple.be"
         *       ]
         *     }
         */
        ProviderDataInput: {
            name: string;
            /** @enum {string} */
            preset: "entra" | "keycloak" | "csam" | "other";
            issuer: string;
            clientId: string;
            clientSecret?: string;
            /** @default openid email profile */
            scopes: string;
            groupsClaim?: string;
            /** @default [] */
            secondFactorValues: string[];
            /** @default [] */
            emailDomains: string[];
            /** @default 8 */
            sessionHours: number;
            /** @default true */
            enabled: boolean;
        };
        ProviderInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            name: string;
            /** @enum {string} */
            preset: "entra" | "keycloak" | "csam" | "other";
            issuer: string;
            clientId: string;
            /** @description True when the server can no longer open the secret: it must be given again */
            secretLost: boolean;
            /** @description What the provider must know as the address to send people back to */
            redirectUri: string;
            scopes: string;
            groupsClaim?: string;
            secondFactorValues: string[];
            emailDomains: string[];
            sessionHours: number;
            enabled: boolean;
            /** @description How many accounts sign in by it */
            identities?: number;
        };
        ProvidersInput: {
            self: string;
            redirectBase: string;
            items: components["schemas"]["ProviderInput"][];
            total: number;
            pageSize: number;
        };
        ProviderDepartureInput: {
            /** @description Where to send the browser */
            location: string;
        };
        /**
         * @example {
         *       "returnTo": "/"
         *     }
         */
        ProviderStartInput: {
            /** @description The page of ours to open afterwards */
            returnTo?: string;
        };
        IdentitiesInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                email?: string;
                linkedAt: string;
            }[];
            total: number;
            pageSize: number;
            /** @description Providers by which one could sign in too */
            others: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @description Proved in this browser a moment ago, and nobody’s yet */
            pending?: {
                name: string;
                email?: string;
            };
        };
        /**
         * @example {
         *       "name": "Export du dimanche",
         *       "scopes": [
         *         "readRegisters"
         *       ],
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "days": 90
         *     }
         */
        TokenDataInput: {
            name: string;
            scopes: ("readAll" | "readRegisters" | "readDocuments" | "readAudit" | "readSsin" | "writePeople")[];
            organizationIds: string[];
            /** @enum {number} */
            days: 30 | 90 | 365;
        };
        TokenInput: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            organizationIds: string[];
            /** @enum {string} */
            state: "good" | "revoked" | "expired";
            createdAt: string;
            expiresAt: string;
            revokedAt?: string;
            /** @description The day, in Belgium */
            lastUsedOn?: string;
        };
        MadeTokenInput: {
            /** Format: uuid */
            id: string;
            expiresAt: string;
            /** @description Shown here and never again */
            token: string;
        };
        OwnedTokenInput: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            /** @enum {string} */
            state: "good" | "revoked" | "expired";
            createdAt: string;
            expiresAt: string;
            revokedAt?: string;
            /** @description The day, in Belgium */
            lastUsedOn?: string;
            centres: number;
            account: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            };
        };
        /**
         * @example {
         *       "register": "person",
         *       "recordId": "01990000-0000-7000-8000-000000000001",
         *       "fields": [
         *         "phone"
         *       ]
         *     }
         */
        EditingInput: {
            /** @enum {string} */
            register: "organization" | "person" | "service" | "contract" | "mandate" | "candidacy" | "document" | "assessmentNorm" | "inspection" | "planAction" | "reportText";
            recordId: string;
            /** @default [] */
            fields: string[];
            /** @default false */
            done: boolean;
        };
        EditorInput: {
            name: string;
            since: string;
            fields: string[];
        };
        SearchHitInput: {
            id: string;
            /** Format: uuid */
            organizationId?: string;
            title: string;
            detail?: string;
            past?: boolean;
            page: string;
        };
        /**
         * @example {
         *       "text": "delvaux",
         *       "language": "fr"
         *     }
         */
        SearchRequestInput: {
            text?: string;
            recent?: {
                /** @enum {string} */
                group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
                id: string;
                /** Format: uuid */
                organizationId?: string;
            }[];
            /** Format: uuid */
            organizationId?: string;
            /**
             * @default fr
             * @enum {string}
             */
            language: "fr" | "nl" | "de" | "en";
        };
        SearchGroupInput: {
            /** @enum {string} */
            group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
            total: number;
            counted: boolean;
            near: boolean;
            tooShort: boolean;
            items: components["schemas"]["SearchHitInput"][];
            centres: {
                /** Format: uuid */
                organizationId: string;
                total: number;
            }[];
        };
        SearchAnswerInput: {
            groups: components["schemas"]["SearchGroupInput"][];
            recent: {
                id: string;
                /** Format: uuid */
                organizationId?: string;
                title: string;
                detail?: string;
                past?: boolean;
                page: string;
                /** @enum {string} */
                group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
            }[];
        };
        PublicationInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            documentVersionId: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguageInput"];
            audience: {
                everybody: boolean;
                serviceIds: string[];
                mandateKinds: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
                personKinds: ("staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider")[];
                personIds: string[];
            };
            byMail: boolean;
            onPaper: boolean;
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            publishedAt: string;
            publishedBy?: string;
            endedOn?: string;
            /** @enum {string} */
            endReason?: "withdrawn" | "replaced";
            /** @enum {string} */
            state: "coming" | "open" | "late" | "complete" | "ended";
            recipients: number;
            confirmed: number;
            waiting: number;
            oldestSince?: string;
            can: {
                [key: string]: boolean;
            };
        };
        PublicationsInput: {
            self: string;
            items: components["schemas"]["PublicationInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PublicationRecipientInput: {
            /** Format: uuid */
            id: string;
            personName: string;
            serviceName?: string;
            since: string;
            asked: boolean;
            /** @enum {string} */
            state: "waiting" | "confirmed";
            /** @enum {string} */
            reach: "account" | "mail" | "paper";
            writtenAt?: string;
            letters: number;
            fault?: string;
            /** Format: uuid */
            confirmationId?: string;
            confirmationVersion?: number;
            confirmedOn?: string;
            /** @enum {string} */
            how?: "account" | "link" | "paper";
            recordedBy?: string;
            /** Format: uuid */
            sheetId?: string;
        };
        PublicationRecipientsInput: {
            self: string;
            items: components["schemas"]["PublicationRecipientInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        SignedSheetInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            file: string;
            name: string;
            size: number;
            receivedAt: string;
            confirmations: number;
        };
        SignedSheetsInput: {
            self: string;
            items: components["schemas"]["SignedSheetInput"][];
            total: number;
            pageSize: number;
        };
        ReadingInput: {
            /** Format: uuid */
            id: string;
            href: string;
            since: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguageInput"];
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            confirmedOn?: string;
            file: {
                name: string;
                size: number;
                /** @enum {string} */
                format: "pdf" | "docx";
            };
        };
        ReadingsInput: {
            self: string;
            items: components["schemas"]["ReadingInput"][];
            total: number;
            pageSize: number;
        };
        LinkedReadingInput: {
            centre: string;
            person: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguageInput"];
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            confirmedOn?: string;
            file: {
                name: string;
                size: number;
                /** @enum {string} */
                format: "pdf" | "docx";
            };
        };
        /**
         * @example {
         *       "token": "c2VjcmV0LW9mLWEtbGluay1zZW50LWJ5LW1haWw"
         *     }
         */
        ReadingLinkDataInput: {
            token: string;
        };
        PublicationReachInput: {
            recipients: number;
            withAccount: number;
            withEmail: number;
            withNeither: number;
            mailWorks: boolean;
        };
        /**
         * @example {
         *       "audience": {
         *         "everybody": true,
         *         "serviceIds": [],
         *         "mandateKinds": [],
         *         "personKinds": [],
         *         "personIds": []
         *       },
         *       "startsOn": "2026-11-24"
         *     }
         */
        PublicationReachDataInput: {
            audience: components["schemas"]["PublicationAudienceInput"];
            startsOn: components["schemas"]["CivilDateInput"];
        };
        /**
         * @example {
         *       "personId": "01990000-0000-7000-8000-000000000001"
         *     }
         */
        ReadingLinkForDataInput: {
            /** Format: uuid */
            personId: string;
        };
        SecurityPlatformInput: {
            members: {
                /** Format: uuid */
                personId: string;
                personName: string;
                kinds: ("president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "platformMember")[];
            }[];
            vacant: ("president" | "directorGeneral" | "adviser" | "itAgent")[];
            lastHeldOn?: string;
            nextHeldOn?: string;
            /** Format: uuid */
            nextId?: string;
            unapproved: number;
            openDecisions: number;
            lateDecisions: number;
            can: {
                [key: string]: boolean;
            };
        };
        PlatformMeetingSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            /** @enum {string} */
            state: "planned" | "prepared" | "approved";
            heldOn: string;
            startTime?: string;
            place?: string;
            preparedOn?: string;
            approvedOn?: string;
            can: {
                [key: string]: boolean;
            };
            points: number;
            decisions: number;
            openDecisions: number;
        };
        PlatformDecisionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            text: string;
            /** Format: uuid */
            personId?: string;
            personName?: string;
            /** @enum {string} */
            role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
            dueOn?: string;
            doneOn?: string;
            doneHow?: string;
            href: string;
            /** Format: uuid */
            meetingId: string;
            year: number;
            number: number;
            position: number;
            heldOn: string;
            title: string;
            late: boolean;
            can: {
                [key: string]: boolean;
            };
        };
        PlatformMeetingInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            /** @enum {string} */
            state: "planned" | "prepared" | "approved";
            heldOn: string;
            startTime?: string;
            place?: string;
            preparedOn?: string;
            approvedOn?: string;
            can: {
                [key: string]: boolean;
            };
            /** Format: uuid */
            calledById?: string;
            calledBy?: string;
            calledOn?: string;
            /** @enum {string} */
            approval?: "nextMeeting" | "present";
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            attendance: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                personId?: string;
                personName?: string;
                name?: string;
                capacity?: string;
                /** @enum {string} */
                presence?: "present" | "excused" | "absent";
            }[];
            points: {
                /** Format: uuid */
                id: string;
                title: string;
                minutes?: string;
                decision?: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    text: string;
                    /** Format: uuid */
                    personId?: string;
                    personName?: string;
                    /** @enum {string} */
                    role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
                    dueOn?: string;
                    doneOn?: string;
                    doneHow?: string;
                };
            }[];
            followUp: components["schemas"]["PlatformDecisionInput"][];
            toApprove: {
                /** Format: uuid */
                id: string;
                number: number;
                year: number;
                heldOn: string;
            }[];
        };
        PlatformMeetingsInput: {
            self: string;
            items: components["schemas"]["PlatformMeetingSummaryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlatformDecisionsInput: {
            self: string;
            items: components["schemas"]["PlatformDecisionInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlatformPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        PlanOriginInput: {
            /** @enum {string} */
            kind: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
            /** Format: uuid */
            id?: string;
            reference?: string;
            title?: string;
            path?: string;
        };
        PlanActionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            number: number;
            title: string;
            description?: string;
            origins: components["schemas"]["PlanOriginInput"][];
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            /** @enum {string} */
            ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            /** @enum {string} */
            priority: "high" | "normal" | "low";
            startOn?: string;
            dueOn?: string;
            /** @enum {string} */
            state: "planned" | "underWay" | "done" | "givenUp";
            late: boolean;
            progress: number;
            personDays: number;
            costs: components["schemas"]["PlanCostDataInput"][];
            budgets: components["schemas"]["PlanBudgetDataInput"][];
            repeatsMonths?: number;
            occurrence: number;
            doneOn?: string;
            doneHow?: string;
            /** Format: uuid */
            proofFileId?: string;
            givenUpOn?: string;
            givenUpReason?: string;
            createdOn: string;
            can: {
                [key: string]: boolean;
            };
        };
        PlanActionsInput: {
            self: string;
            items: components["schemas"]["PlanActionInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "organizationId": "01990000-0000-7000-8000-000000000001",
         *       "actionId": "01990000-0000-7000-8000-000000000002",
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000003"
         *       ]
         *     }
         */
        PlanCopiesDataInput: {
            /** Format: uuid */
            organizationId: string;
            /** Format: uuid */
            actionId: string;
            organizationIds: string[];
        };
        PlanCopiesInput: {
            /** Format: uuid */
            id: string;
            copied: number;
        };
        NormTallyInput: {
            norms: number;
            yes: number;
            partly: number;
            no: number;
            notApplicable: number;
            /** @description Without an answer that decides */
            open: number;
            /** @description Taken over from last year, to be confirmed */
            toConfirm: number;
            documentation?: number;
            implementation?: number;
        };
        AssessmentSummaryInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            framework: {
                id: string;
                version: string;
                title: components["schemas"]["TextsInput"];
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
            };
            level?: string;
            year: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            openedOn: components["schemas"]["CivilDateInput"];
            closesOn?: components["schemas"]["CivilDateInput"];
            preparedAt?: string;
            preparedBy?: string;
            validatedAt?: string;
            validatedBy?: string;
            submittedAt?: string;
            submittedBy?: string;
            acknowledgedOn?: components["schemas"]["CivilDateInput"];
            acknowledgement?: string;
            contentHash?: string;
            total: components["schemas"]["NormTallyInput"];
            can: {
                [key: string]: boolean;
            };
        };
        AssessmentsInput: {
            self: string;
            items: components["schemas"]["AssessmentSummaryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        LiveFactInput: {
            id: string;
            room: string;
            /** @enum {string} */
            state: "true" | "stale" | "missing";
            title: {
                key: string;
                values?: {
                    [key: string]: string | number | {
                        date: components["schemas"]["CivilDateInput"];
                    } | {
                        word: string;
                    };
                };
            };
            on?: components["schemas"]["CivilDateInput"];
            until?: components["schemas"]["CivilDateInput"];
            path: string;
        };
        EvidenceInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "file" | "link" | "fact";
            /**
             * @description What it is worth today
             * @enum {string}
             */
            state: "valid" | "endsSoon" | "expired" | "stale" | "missing" | "gone";
            title?: string;
            url?: string;
            file?: {
                href: string;
                name: string;
                size: number;
            };
            factId?: string;
            /** @description As the registers know it today; absent where no room tells it any more */
            fact?: components["schemas"]["LiveFactInput"];
            validUntil?: components["schemas"]["CivilDateInput"];
            addedOn: components["schemas"]["CivilDateInput"];
            addedBy?: string;
        };
        AssessmentNormInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            assessmentId: string;
            chapterId: string;
            norm: components["schemas"]["NormInput"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @description How many guidelines make it fulfilled */
            needs?: number;
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
            /** @enum {string} */
            result?: "yes" | "partly" | "no" | "notApplicable";
            byProfile: boolean;
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            toConfirm: boolean;
            normChanged: boolean;
            /** @description What last year said */
            before?: {
                year: number;
                answers: {
                    [key: string]: boolean;
                };
                /** @enum {string} */
                answer?: "yes" | "partly" | "no" | "notApplicable";
                reason?: string;
                documentation?: number;
                implementation?: number;
                comment?: string;
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
            };
            evidence: components["schemas"]["EvidenceInput"][];
            /** @description Facts that usually prove it, as they are today */
            facts: components["schemas"]["LiveFactInput"][];
            can: {
                [key: string]: boolean;
            };
        };
        AssessmentNormsInput: {
            self: string;
            items: components["schemas"]["AssessmentNormInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OwnNormInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            assessmentId: string;
            chapterId: string;
            norm: components["schemas"]["NormInput"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @description How many guidelines make it fulfilled */
            needs?: number;
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
            /** @enum {string} */
            result?: "yes" | "partly" | "no" | "notApplicable";
            byProfile: boolean;
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            toConfirm: boolean;
            normChanged: boolean;
            /** @description What last year said */
            before?: {
                year: number;
                answers: {
                    [key: string]: boolean;
                };
                /** @enum {string} */
                answer?: "yes" | "partly" | "no" | "notApplicable";
                reason?: string;
                documentation?: number;
                implementation?: number;
                comment?: string;
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
            };
            evidence: components["schemas"]["EvidenceInput"][];
            /** @description Facts that usually prove it, as they are today */
            facts: components["schemas"]["LiveFactInput"][];
            can: {
                [key: string]: boolean;
            };
            assessment: {
                year: number;
                title: components["schemas"]["TextsInput"];
                closesOn?: components["schemas"]["CivilDateInput"];
            };
            chapterTitle: components["schemas"]["TextsInput"];
        };
        OwnNormsInput: {
            self: string;
            items: components["schemas"]["OwnNormInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        AssessmentInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            framework: {
                id: string;
                version: string;
                title: components["schemas"]["TextsInput"];
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
            };
            level?: string;
            year: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            openedOn: components["schemas"]["CivilDateInput"];
            closesOn?: components["schemas"]["CivilDateInput"];
            preparedAt?: string;
            preparedBy?: string;
            validatedAt?: string;
            validatedBy?: string;
            submittedAt?: string;
            submittedBy?: string;
            acknowledgedOn?: components["schemas"]["CivilDateInput"];
            acknowledgement?: string;
            contentHash?: string;
            total: components["schemas"]["NormTallyInput"];
            can: {
                [key: string]: boolean;
            };
            chapters: {
                id: string;
                title: components["schemas"]["TextsInput"];
                norms: number;
                yes: number;
                partly: number;
                no: number;
                notApplicable: number;
                /** @description Without an answer that decides */
                open: number;
                /** @description Taken over from last year, to be confirmed */
                toConfirm: number;
                documentation?: number;
                implementation?: number;
                before?: components["schemas"]["NormTallyInput"];
            }[];
            before?: {
                /** Format: uuid */
                id: string;
                year: number;
                frameworkVersion: string;
                total: components["schemas"]["NormTallyInput"];
            };
            owners: {
                /** Format: uuid */
                personId: string;
                name: string;
                norms: number;
                waiting: number;
            }[];
            /** @description Not, or only partly, fulfilled */
            weak: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["TextsInput"];
                /** @enum {string} */
                result: "partly" | "no";
                /** @enum {string} */
                movement?: "better" | "worse" | "same";
            }[];
            better: number;
            worse: number;
            /** @description Norms whose text is another than last year: their answers were not taken over */
            changed: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["TextsInput"];
            }[];
            /** @description Norms of last year that the framework no longer has */
            gone: {
                normId: string;
                title: components["schemas"]["TextsInput"];
            }[];
            /** @description Evidence that no longer proves, or ends soon */
            failing: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["TextsInput"];
                evidence: components["schemas"]["EvidenceInput"];
            }[];
        };
        /**
         * @example {
         *       "closesOn": "2027-02-28"
         *     }
         */
        AssessmentPatchInput: {
            closesOn?: components["schemas"]["CivilDateInput"] | null;
        };
        AssessmentLifeInput: {
            version: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            /** @description What waits before it is prepared */
            gaps: {
                open: number;
                toConfirm: number;
                failing: number;
            };
            /** @description With which it was sent back */
            remark?: {
                text: string;
                at: string;
                by?: string;
            };
            correctionReason?: string;
            /** @description Better or worse than the year before */
            moved: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["TextsInput"];
                /** @enum {string} */
                before: "yes" | "partly" | "no" | "notApplicable";
                /** @enum {string} */
                now: "yes" | "partly" | "no" | "notApplicable";
                /** @enum {string} */
                movement: "better" | "worse";
            }[];
            unanswered: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["TextsInput"];
            }[];
            submissions: {
                /** Format: uuid */
                id: string;
                round: number;
                reason?: string;
                submittedAt: string;
                submittedBy?: string;
                contentHash: string;
                acknowledgedOn?: components["schemas"]["CivilDateInput"];
                acknowledgement?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        AssessmentPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        /**
         * @example {
         *       "frameworkId": "bcss-minimum",
         *       "year": 2026,
         *       "normId": "12.1",
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "given": {
         *         "answers": {
         *           "a": true
         *         },
         *         "comment": "Hébergement commun du groupement"
         *       }
         *     }
         */
        SharedAnswerDataInput: {
            frameworkId: string;
            year: number;
            normId: string;
            organizationIds: string[];
            given: components["schemas"]["NormAnswerDataInput"];
            link?: {
                /** Format: uri */
                url: string;
                title?: string;
            };
        };
        NormHeatInput: {
            /** @description What there is to look at, the newest first */
            years: {
                frameworkId: string;
                title: components["schemas"]["TextsInput"];
                year: number;
                centres: number;
            }[];
            frameworkId?: string;
            year?: number;
            title?: components["schemas"]["TextsInput"];
            chapters: {
                id: string;
                title: components["schemas"]["TextsInput"];
            }[];
            centres: {
                /** Format: uuid */
                organizationId: string;
                slug: string;
                name: {
                    [key: string]: string;
                };
                municipality: string;
                /** Format: uuid */
                assessmentId?: string;
                /** @enum {string} */
                state?: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
                yes: number;
                asked: number;
                open: number;
                /** @description By chapter: norms fulfilled, norms asked */
                chapters: {
                    [key: string]: (number)[];
                };
            }[];
            /** @description Norms that most centres do not fulfil */
            weakest: {
                normId: string;
                chapterId?: string;
                title: components["schemas"]["TextsInput"];
                no: number;
                partly: number;
            }[];
        };
        SharedNormInput: {
            frameworkId: string;
            year: number;
            norm: components["schemas"]["NormInput"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            needs?: number;
            centres: {
                /** Format: uuid */
                organizationId: string;
                slug: string;
                municipality: string;
                /** @enum {string} */
                state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
                comment?: string;
                /** @description Whether the caller may answer it there today */
                can: boolean;
            }[];
        };
        AuditorAccessesInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                name?: string;
                from?: string;
                until?: string;
                /** @enum {string} */
                state: "invited" | "expired" | "coming" | "running" | "ended" | "withdrawn";
                /**
                 * Format: uuid
                 * @description The access itself, among the members
                 */
                memberId?: string;
            }[];
            total: number;
            pageSize: number;
        };
        AuditorAccessGivenInput: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once, where no mail server took it: to be passed on by oneself */
            link?: string;
            /** @enum {string} */
            mailFault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        PlanYearInput: {
            year: number;
            actions: number;
            done: number;
            late: number;
            personDays: number;
            oneOff: number;
            yearly: number;
            asked: number;
            adopted: number;
            articles: {
                article: string;
                oneOff: number;
                yearly: number;
            }[];
        };
        PlanChangeInput: {
            /** @enum {string} */
            kind: "added" | "done" | "slipped" | "late" | "changed" | "givenUp" | "gone";
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            from?: string;
            to?: string;
        };
        PlanVersionInput: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            name: string;
            /** @enum {string} */
            language: "fr" | "nl" | "de";
            introduction?: string;
            /** @enum {string} */
            state: "drafted" | "submitted" | "approved" | "refused";
            draftedOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            contentHash?: string;
            auditHead?: string;
            can: {
                [key: string]: boolean;
            };
        };
        PlanVersionsInput: {
            self: string;
            items: components["schemas"]["PlanVersionInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlanPreviewInput: {
            title: string;
            html: string;
            contentHash: string;
        };
        PlanOverviewInput: {
            year: number;
            years: components["schemas"]["PlanYearInput"][];
            lines: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                /** @enum {string} */
                priority: "high" | "normal" | "low";
                /** @enum {string} */
                state: "planned" | "underWay" | "done" | "givenUp";
                late: boolean;
                progress: number;
                startOn?: string;
                dueOn?: string;
                doneOn?: string;
                ownerName?: string;
                /** @enum {string} */
                ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
                origins: ("norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council")[];
                years: number[];
            }[];
            open: number;
            late: number;
            unanswered: number;
            next: {
                year: number;
                leavesOn: string;
                /** @enum {string} */
                state: "none" | "drafted" | "submitted" | "approved" | "refused";
                /** Format: uuid */
                versionId?: string;
            };
            leave: {
                month: number;
                day: number;
                own: boolean;
            };
            approved?: {
                /** Format: uuid */
                id: string;
                name: string;
                decidedOn: string;
            };
            changes: components["schemas"]["PlanChangeInput"][];
            can: {
                [key: string]: boolean;
            };
        };
        PlansInput: {
            centres: {
                /** Format: uuid */
                organizationId: string;
                open: number;
                late: number;
                unanswered: number;
                approvedYear?: number;
                nextYear: number;
                leavesOn: string;
                submitted: boolean;
            }[];
            late: number;
            slips: {
                /** Format: uuid */
                organizationId: string;
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                dueOn: string;
                /** @enum {string} */
                priority: "high" | "normal" | "low";
                progress: number;
                ownerName?: string;
                /** @enum {string} */
                ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            }[];
        };
        /**
         * @example {
         *       "status": "UP"
         *     }
         */
        HealthInput: {
            /** @enum {string} */
            status: "UP" | "DEGRADED" | "DOWN";
        };
        SetUpTokenInput: {
            token: string;
        };
        ApplicationRequestInput: {
            /** Format: uuid */
            challenge: string;
            key: string;
            uri: string;
        };
        /** @description Shown this once */
        FactorAddedInput: {
            recoveryCodes?: string[];
        };
        RecoveryCodesInput: {
            recoveryCodes: string[];
        };
        MePatchInput: {
            language?: components["schemas"]["LanguageInput"];
            idleMinutes?: number;
        };
        SessionsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                createdAt: string;
                lastSeenAt: string;
                device?: string;
                current: boolean;
            }[];
            total: number;
            pageSize: number;
        };
        SignInsInput: {
            self: string;
            items: components["schemas"]["SignInEventInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PasswordResetRequestInput: {
            /** Format: email */
            email: string;
        };
        PasswordResetOwnerInput: {
            email: string;
        };
        PasswordChoiceInput: {
            token: string;
            password: string;
        };
        AddressChangeAskedInput: {
            /** @description False where the administrator must pass the link on */
            mailed: boolean;
        };
        AddressConfirmedInput: {
            address: string;
        };
        AddressBroughtBackInput: {
            address: string;
        };
        AddressUndoneInput: {
            token: string;
        };
        OrganizationsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                slug: string;
                name: components["schemas"]["LocalizedTextInput"];
                municipality: string;
                /** @enum {string} */
                region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
                /** @enum {string} */
                documentLanguage: "fr" | "nl" | "de";
                people: number;
                pool?: string;
                roles: string[];
            }[];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OrganizationPatchInput: {
            [key: string]: unknown;
        };
        PoolsInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                name: string;
                form: string;
                members: number;
            }[];
            total: number;
            pageSize: number;
        };
        PoolCreatedInput: {
            /** Format: uuid */
            id: string;
        };
        PoolMembershipDataInput: {
            /** Format: uuid */
            poolId: string;
            start: components["schemas"]["CivilDateInput"];
        };
        PersonInput: {
            lastName: string;
            firstName: string;
            /** @enum {string} */
            kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
            reference?: string;
            /** @enum {string} */
            title?: "madam" | "sir";
            language?: components["schemas"]["LanguageInput"];
            email?: string;
            phone?: string;
            ssin?: string;
            employer?: string;
            note?: string;
            function?: string;
            serviceId?: string;
            serviceName?: string;
            contractStart?: string;
            contractEnd?: string;
            /** @enum {string} */
            state?: "present" | "coming" | "gone" | "noContract";
            mandates?: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        PeopleInput: {
            self: string;
            items: components["schemas"]["PersonInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "text": "delvaux"
         *     }
         */
        PersonSearchInput: {
            text: string;
        };
        PersonPatchInput: {
            [key: string]: unknown;
        };
        ServiceInput: {
            name: string;
            /** @enum {string} */
            kind: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
            /** Format: uuid */
            parentId?: string;
            /** Format: uuid */
            headId?: string;
            seesPersonalData: boolean;
            headName?: string;
            parentName?: string;
            people?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        ServicesInput: {
            self: string;
            items: components["schemas"]["ServiceInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ServicePatchInput: {
            [key: string]: unknown;
        };
        ContractInput: {
            personId: string;
            serviceId?: string;
            /** @enum {string} */
            kind: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
            function: string;
            start: string;
            end?: string;
            weeklyHours?: number;
            suspensions?: {
                start: string;
                end?: string;
                /** @enum {string} */
                reason?: "illness" | "parental" | "careerBreak" | "disciplinary" | "unpaidLeave" | "other";
            }[];
            accountsClosedOn?: string;
            personName?: string;
            serviceName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        ContractsInput: {
            self: string;
            items: components["schemas"]["ContractInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ContractPatchInput: {
            [key: string]: unknown;
        };
        MandateInput: {
            personId: string;
            /** @enum {string} */
            kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            start: string;
            end?: string;
            decidedOn?: string;
            decisionNumber?: string;
            federalServiceNotifiedOn?: string;
            authorityNotifiedOn?: string;
            weeklyHours?: number;
            personName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        MandatesInput: {
            self: string;
            items: components["schemas"]["MandateInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        MandatePatchInput: {
            [key: string]: unknown;
        };
        CandidacyInput: {
            personId: string;
            /** @enum {string} */
            function: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            studies?: unknown;
            career?: unknown;
            outsideFunctions?: unknown;
            knowledge?: unknown;
            weeklyHours?: number;
            conditions?: unknown;
            sentOn?: string;
            outcome: string;
            outcomeOn?: string;
            personName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        CandidaciesInput: {
            self: string;
            items: components["schemas"]["CandidacyInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        CandidacyPatchInput: {
            [key: string]: unknown;
        };
        PeopleOverviewInput: {
            people: {
                present: number;
                coming: number;
                gone: number;
                noContract: number;
            };
            services: number;
            headless: {
                id: string;
                name: string;
            }[];
            withoutService: number;
            vacant: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            heldTwice: {
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "adviser" | "dpo";
                holders: {
                    personId: string;
                    personName: string;
                }[];
            }[];
            undecided: {
                mandateId: string;
                personId: string;
                personName: string;
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            }[];
            notNotified: {
                mandateId: string;
                personName: string;
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                /** @enum {string} */
                to: "federalService" | "authority";
            }[];
            incompatibilities: {
                rule: string;
                personId: string;
                personName: string;
                since: string;
                source: string;
            }[];
        };
        CorrectionAskedInput: {
            /** Format: uuid */
            id: string;
        };
        PlatformMeetingPatchInput: {
            [key: string]: unknown;
        };
        PlatformDecisionPatchInput: {
            [key: string]: unknown;
        };
        PlanActionPatchInput: {
            [key: string]: unknown;
        };
        OwnActionPatchInput: {
            [key: string]: unknown;
        };
        AdvicePatchInput: {
            [key: string]: unknown;
        };
        InspectionInput: {
            title: string;
            /** @enum {string} */
            kind: "complete" | "partial";
            clockReason?: string;
            framework?: string;
            chapters: string[];
            serviceIds: string[];
            scope?: string;
            /** @enum {string} */
            auditorKind: "internal" | "external";
            /** Format: uuid */
            auditorId?: string;
            auditorName?: string;
            auditorFirm?: string;
            plannedOn?: components["schemas"]["CivilDateInput"];
            heldOn?: components["schemas"]["CivilDateInput"];
            heldUntil?: components["schemas"]["CivilDateInput"];
            reportOn?: components["schemas"]["CivilDateInput"];
            summary?: string;
            fileId?: string;
            fileName?: string;
            auditor?: string;
            /** @enum {string} */
            state?: "planned" | "held" | "reported" | "followedUp";
            findings?: number;
            openFindings?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        InspectionsInput: {
            self: string;
            items: components["schemas"]["InspectionInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        InspectionPatchInput: {
            [key: string]: unknown;
        };
        InspectionFindingInput: {
            /** Format: uuid */
            inspectionId: string;
            /** @enum {string} */
            severity: "critical" | "major" | "minor" | "remark";
            norm?: string;
            text: string;
            recommendation?: string;
            /** @enum {string} */
            outcome: "open" | "remedied" | "notFollowed";
            outcomeOn?: components["schemas"]["CivilDateInput"];
            outcomeNote?: string;
            number: number;
            inspection?: string;
            heldOn?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        InspectionFindingsInput: {
            self: string;
            items: components["schemas"]["InspectionFindingInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        InspectionFindingPatchInput: {
            [key: string]: unknown;
        };
        FormalAuditClockInput: {
            /** @description The last day of the latest audit that counts */
            lastOn?: string;
            /** @description From when the years are counted: that day, or when the clocks of the centre began to be followed */
            countedFrom: string;
            dueOn: string;
            /** @description For when the next one is planned */
            nextOn?: string;
            /** Format: uuid */
            nextId?: string;
        };
        NetworkNoticeInput: {
            /** @enum {string} */
            authority: "bcss" | "federalService";
            /** @enum {string} */
            kind: "warning" | "suspension";
            receivedOn: components["schemas"]["CivilDateInput"];
            reference?: string;
            subject: string;
            text?: string;
            deadlineOn?: components["schemas"]["CivilDateInput"];
            fileId?: string;
            fileName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        NetworkNoticesInput: {
            self: string;
            items: components["schemas"]["NetworkNoticeInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        NetworkNoticePatchInput: {
            [key: string]: unknown;
        };
        NetworkStepInput: {
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "answer" | "extension" | "suspension" | "restoration" | "lifting";
            happenedOn: components["schemas"]["CivilDateInput"];
            reference?: string;
            deadlineOn?: components["schemas"]["CivilDateInput"];
            text?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        NetworkStepsInput: {
            self: string;
            items: components["schemas"]["NetworkStepInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        NetworkStepPatchInput: {
            [key: string]: unknown;
        };
        NetworkAccessInput: {
            /** @enum {string} */
            state: "open" | "warned" | "suspended";
            notices: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                authority: "bcss" | "federalService";
                /** @enum {string} */
                kind: "warning" | "suspension";
                subject: string;
                receivedOn: string;
                /** @enum {string} */
                state: "warned" | "suspended" | "lifted";
                deadlineOn?: string;
                answeredOn?: string;
                suspendedOn?: string;
                liftedOn?: string;
                /** @description The day for the answer has passed and none was sent */
                late: boolean;
            }[];
        };
        PlanVersionPatchInput: {
            [key: string]: unknown;
        };
        CouncilSittingInput: {
            /** @enum {string} */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: string;
            startTime?: string;
            place?: string;
            cancelledOn?: string;
            cancelReason?: string;
            /** @description Days on which it was to be held before it was moved */
            formerDates: string[];
            /** @enum {string} */
            state?: "coming" | "toRecord" | "held" | "cancelled";
            items?: number;
            /** @description Items without a result */
            open?: number;
            /** @enum {string} */
            monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            /** @description References of its deliberations */
            decisions?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        CouncilSittingsInput: {
            self: string;
            items: components["schemas"]["CouncilSittingInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        CouncilSittingPatchInput: {
            [key: string]: unknown;
        };
        CouncilItemPatchInput: {
            [key: string]: unknown;
        };
        CouncilNotePatchInput: {
            [key: string]: unknown;
        };
        InfringementPatchInput: {
            [key: string]: unknown;
        };
        InfringementActionPatchInput: {
            [key: string]: unknown;
        };
        LegalTextsInput: {
            self: string;
            items: components["schemas"]["LegalTextInput"][];
            total: number;
            pageSize: number;
        };
        AssessmentNormPatchInput: {
            [key: string]: unknown;
        };
        OwnNormPatchInput: {
            [key: string]: unknown;
        };
        NothingInput: Record<string, never>;
        AssessmentNormEvidencePatchInput: {
            [key: string]: unknown;
        };
        OwnNormEvidencePatchInput: {
            [key: string]: unknown;
        };
        AuditEntriesInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                at: string;
                actorKind: string;
                actorId?: string;
                actorName?: string;
                action: string;
                table: string;
                recordId: string;
                recordVersion?: number;
                fields?: {
                    before?: {
                        [key: string]: unknown;
                    };
                    after?: {
                        [key: string]: unknown;
                    };
                    /** @description The personal token of the program */
                    token?: string;
                };
                erasedAt?: string;
                /** @description What the record is called */
                label?: {
                    kind?: string;
                    name?: string;
                    number?: number;
                };
                /** @description What the records are called that the fields cite, by their ids */
                names: {
                    [key: string]: {
                        kind?: string;
                        name?: string;
                        number?: number;
                    };
                };
            }[];
            total?: number;
            pageSize: number;
            next?: string;
            head?: components["schemas"]["AuditHeadInput"];
        };
        OwnDocumentInput: {
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            language: components["schemas"]["DocumentLanguageInput"];
            inPolicy: boolean;
            yearlyReview: boolean;
            note?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        OwnDocumentsInput: {
            self: string;
            items: components["schemas"]["OwnDocumentInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OwnDocumentPatchInput: {
            [key: string]: unknown;
        };
        DocumentationEntryInput: {
            title: string;
            /** @enum {string} */
            kind: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
            source?: string;
            datedOn?: components["schemas"]["CivilDateInput"];
            receivedOn?: components["schemas"]["CivilDateInput"];
            note?: string;
            address?: string;
            legalTexts: string[];
            norms: string[];
            fileId?: string;
            fileName?: string;
            fileSize?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        DocumentationEntriesInput: {
            self: string;
            items: components["schemas"]["DocumentationEntryInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "text": "delvaux"
         *     }
         */
        DocumentationEntrySearchInput: {
            text: string;
        };
        DocumentationEntryPatchInput: {
            [key: string]: unknown;
        };
        RecordedConfirmationsInput: {
            recorded: number;
        };
        QueuedRemindersInput: {
            letters: number;
            mailWorks: boolean;
        };
        ReadingLinkInput: {
            link: string;
        };
        MyTokensInput: {
            self: string;
            items: components["schemas"]["TokenInput"][];
            total: number;
            pageSize: number;
        };
        OwnedTokensInput: {
            self: string;
            items: components["schemas"]["OwnedTokenInput"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        SignInProvidersInput: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            total: number;
            pageSize: number;
        };
        IdentityStartInput: {
            /** Format: uuid */
            providerId: string;
        };
        ProviderPatchInput: {
            [key: string]: unknown;
        };
        GroupMappingMadeInput: {
            /** Format: uuid */
            id: string;
        };
        GroupMappingTrialResultInput: {
            wanted: string[];
            applied: string[];
        };
        GroupMappingApplicationInput: {
            digest: string;
        };
        CalendarsInput: {
            self: string;
            items: components["schemas"]["CalendarInput"][];
            total: number;
            pageSize: number;
        };
        AccountSearchInput: {
            text: string;
        };
        LinkShownInput: {
            link: string;
        };
        EditorsInput: {
            others: components["schemas"]["EditorInput"][];
        };
        /**
         * @example fr
         * @enum {string}
         */
        Language: "fr" | "nl" | "de" | "en";
        /**
         * @example fr
         * @enum {string}
         */
        DocumentLanguage: "fr" | "nl" | "de";
        /**
         * @example {
         *       "fr": "CPAS de Valombre"
         *     }
         */
        LocalizedText: {
            fr?: string;
            nl?: string;
            de?: string;
        };
        /**
         * @example {
         *       "type": "urn:problem-type:belgif:resourceNotFound",
         *       "status": 404,
         *       "title": "Resource Not Found",
         *       "detail": "Resource Not Found",
         *       "instance": "urn:uuid:01990000-0000-7000-8000-000000000001"
         *     }
         */
        Problem: {
            type: string;
            status: number;
            title: string;
            detail: string;
            instance: string;
            issues?: {
                type: string;
                /** @enum {string} */
                in: "body" | "query" | "path" | "header";
                name: string;
                code: string;
                value?: string;
                parameters?: {
                    [key: string]: string | number;
                };
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "email": "claire.delvaux@example.be",
         *       "password": "quatre mots sans suite"
         *     }
         */
        SignIn: {
            email: unknown;
            password: string;
        };
        /**
         * @example {
         *       "token": "the-secret-of-the-one-time-link",
         *       "name": "Claire Delvaux",
         *       "email": "claire.delvaux@example.be",
         *       "password": "quatre mots sans suite",
         *       "language": "fr"
         *     }
         */
        SetUp: {
            token: string;
            name: string;
            email: unknown;
            password: string;
            language: components["schemas"]["Language"];
        };
        PasswordChange: {
            current: string;
            password: string;
        };
        AddressChange: {
            email: unknown;
            password: string;
        };
        LinkToken: {
            token: string;
        };
        PasskeyAnswer: {
            /**
             * Format: uuid
             * @description What the server asked for: good once, five minutes
             */
            challenge: string;
            response: {
                id: string;
                response: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
        };
        SecondFactor: {
            code: string;
        } | {
            recoveryCode: string;
        } | {
            passkey: components["schemas"]["PasskeyAnswer"];
        };
        Proof: {
            password: string;
        } | {
            code: string;
        } | {
            passkey: components["schemas"]["PasskeyAnswer"];
        };
        PasskeySignIn: {
            passkey: components["schemas"]["PasskeyAnswer"];
        };
        FactorData: {
            name: string;
            /**
             * Format: uuid
             * @description What the server asked for: good once, five minutes
             */
            challenge: string;
            code: string;
        } | {
            name: string;
            passkey: components["schemas"]["PasskeyAnswer"];
        };
        SessionState: {
            /** @enum {string} */
            owed?: "factor" | "enrolment";
            locked: boolean;
            /** @description How this account can prove itself beside a password */
            ways: ("passkey" | "totp" | "recoveryCode")[];
            /** @description Whether the account has a password */
            password: boolean;
            account: {
                name: string;
                email: string;
                language: components["schemas"]["Language"];
            };
            /** @description Whether passkeys work at the address of this installation */
            passkeys: boolean;
        };
        PasskeyRequest: {
            /** Format: uuid */
            challenge: string;
            options: {
                [key: string]: unknown;
            };
        };
        Factor: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "passkey" | "totp";
            name: string;
            createdAt: string;
            lastUsedAt?: string;
        };
        Factors: {
            items: components["schemas"]["Factor"][];
            /** @description A role of the account asks for one */
            compulsory: boolean;
            /** @description How many are left */
            recoveryCodes: number;
            /** @description Whether passkeys work at the address of this installation */
            passkeys: boolean;
        };
        Me: {
            account: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                language: components["schemas"]["Language"];
                idleMinutes: number;
            };
            demonstration: boolean;
            installation: string[];
            organizations: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: components["schemas"]["LocalizedText"];
                municipality: string;
                roles: string[];
                pool?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        SignInEvent: {
            /** Format: uuid */
            id: string;
            at: string;
            /** @enum {string} */
            kind: "signedIn" | "refused" | "signedOut" | "locked" | "unlocked" | "sessionEnded" | "factorAdded" | "factorRemoved" | "recoveryCodeUsed" | "recoveryCodesMade" | "passwordChanged";
            /** @enum {string} */
            proof?: "password" | "totp" | "passkey" | "recoveryCode" | "provider";
            origin?: string;
            device?: string;
        };
        SignInStep: {
            /**
             * @description A second factor that the account has, or one to enrol
             * @enum {string}
             */
            owed: "factor" | "enrolment";
        };
        /**
         * Format: date
         * @example 2026-11-24
         */
        CivilDate: string;
        AuditHead: {
            number: number;
            hash: string;
            at: string;
        };
        Backups: {
            self: string;
            items: {
                name: string;
                /** @description In bytes */
                size: number;
                /** @description When the file was completed */
                madeAt: string;
                encrypted: boolean;
                /** @description The migration before which it was made */
                migration?: string;
                rows?: number;
                /** @description When it was restored for trial and found to be equal */
                verifiedAt?: string;
                /** @description It failed its verification */
                doubtful: boolean;
            }[];
            total: number;
            pageSize: number;
            /** @enum {string} */
            state: "none" | "good" | "old" | "failed";
            /** @description Where the files are, on the server */
            directory: string;
            /** @description False when the server cannot read that directory */
            readable: boolean;
            /** @description Belgian time of the nightly one; absent when none is made at night */
            at?: string;
            /** @description Whether the next ones are encrypted */
            encryption: boolean;
            /** @description Whether a failure is told by mail */
            mail: boolean;
            lastGoodAt?: string;
            running?: {
                /** @enum {string} */
                kind: "scheduled" | "asked";
                since: string;
                done?: number;
                total?: number;
            };
            /** @description The last one that failed, where none has succeeded since */
            failure?: {
                at: string;
                /** @enum {string} */
                fault: "notWritable" | "diskFull" | "database" | "unverified" | "interrupted" | "unknown";
            };
        };
        BackupAsked: {
            href: string;
        };
        Task: {
            /** Format: uuid */
            id: string;
            href: string;
            kind: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            done: number;
            total?: number;
            report?: {
                [key: string]: unknown;
            };
            problem?: {
                [key: string]: unknown;
            };
            createdAt: string;
            finishedAt?: string;
        };
        /**
         * @example {
         *       "everybody": true,
         *       "serviceIds": [],
         *       "mandateKinds": [],
         *       "personKinds": [],
         *       "personIds": []
         *     }
         */
        PublicationAudience: {
            /** @default false */
            everybody: boolean;
            /** @default [] */
            serviceIds: string[];
            /** @default [] */
            mandateKinds: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            /** @default [] */
            personKinds: ("staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider")[];
            /** @default [] */
            personIds: string[];
        };
        /**
         * @example {
         *       "documentVersionId": "01990000-0000-7000-8000-000000000001",
         *       "audience": {
         *         "everybody": true,
         *         "serviceIds": [],
         *         "mandateKinds": [],
         *         "personKinds": [],
         *         "personIds": []
         *       },
         *       "byMail": true,
         *       "onPaper": false,
         *       "confirm": true,
         *       "startsOn": "2026-11-24",
         *       "dueOn": "2026-12-24"
         *     }
         */
        PublicationData: {
            /** Format: uuid */
            documentVersionId: string;
            audience: components["schemas"]["PublicationAudience"];
            /** @default true */
            byMail: boolean;
            /** @default false */
            onPaper: boolean;
            /** @default true */
            confirm: boolean;
            startsOn: components["schemas"]["CivilDate"];
            dueOn?: components["schemas"]["CivilDate"];
            message?: string;
        };
        /**
         * @example {
         *       "personIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "confirmedOn": "2026-11-24"
         *     }
         */
        ConfirmationData: {
            personIds: string[];
            confirmedOn: components["schemas"]["CivilDate"];
            /** Format: uuid */
            sheetId?: string;
        };
        /** @example 0212345668 */
        EnterpriseNumber: string;
        /** @example 85073003328 */
        Ssin: string;
        /** @example 92094 */
        NisCode: string;
        LegalText: {
            key: string;
            title: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            short: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            /** @enum {string} */
            kind: "law" | "royalDecree" | "regulation" | "decree" | "agreement" | "norm" | "standard" | "recommendation";
            date?: string;
            numac?: string;
            /** @enum {string} */
            state: "inForce" | "amended" | "repealed" | "replaced" | "byAnalogy" | "unknown";
            replacedBy?: string[];
            since?: string;
            until?: string;
            /** @enum {string} */
            scope: "socialData" | "allInformation" | "personalData" | "other";
            regions?: ("wallonia" | "germanSpeaking" | "brussels" | "flanders")[];
            /** @enum {string} */
            certainty: "seen" | "general" | "notFound";
            source: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            note?: {
                fr: string;
                nl: string;
                de: string;
                en?: string;
            };
            articles?: {
                number: string;
                /** @enum {string} */
                certainty: "seen" | "general" | "notFound";
                text: {
                    fr: string;
                    nl: string;
                    de: string;
                    en?: string;
                };
            }[];
        };
        /**
         * @example {
         *       "street": "Place du Marché 1",
         *       "postalCode": "4999",
         *       "locality": "Valombre"
         *     }
         */
        Address: {
            street: string;
            postalCode: string;
            locality: string;
        };
        /**
         * @example {
         *       "network": "networked",
         *       "itManagement": "subcontracted",
         *       "wifi": "none"
         *     }
         */
        OrganizationProfile: {
            /** @enum {string} */
            network?: "networked" | "standAlone";
            /** @enum {string} */
            itManagement?: "internal" | "subcontracted" | "municipality";
            /** @enum {string} */
            server?: "own" | "hosted" | "none";
            /** @enum {string} */
            archives?: "own" | "shared" | "none";
            /** @enum {string} */
            wifi?: "none" | "guestsOnly" | "protected";
            /** @enum {string} */
            laptops?: "none" | "stayInside" | "leave";
            /** @enum {string} */
            privateUse?: "none" | "limited";
            /** @enum {string} */
            surroundings?: "quiet" | "ordinary" | "exposed";
            telework?: boolean;
            restHome?: boolean;
            website?: boolean;
            ownDevelopment?: boolean;
            removableMedia?: boolean;
            cameras?: boolean;
            volunteers?: boolean;
        };
        /**
         * @example {
         *       "networkOperator": "Réseau public Explore"
         *     }
         */
        OrganizationFacts: {
            networkOperator?: string;
            malwareProtection?: string;
            backupMethod?: string;
            offsiteBackupPlace?: string;
            archivePlace?: string;
            serverRoomPlace?: string;
            itSupplier?: string;
            incidentPhone?: string;
            /** Format: email */
            incidentEmail?: string;
            /** Format: uri */
            websiteUrl?: string;
            recoveryHours?: number;
            charterApprovedOn?: components["schemas"]["CivilDate"];
            continuityPlanApprovedOn?: components["schemas"]["CivilDate"];
            workRulesApprovedOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "name": "Service sécurité de l’information"
         *     }
         */
        FederalContact: {
            name?: string;
            /** Format: email */
            email?: string;
            phone?: string;
        };
        OrganizationData: {
            slug: string;
            name: components["schemas"]["LocalizedText"];
            documentLanguage: components["schemas"]["DocumentLanguage"];
            nisCode?: components["schemas"]["NisCode"];
            enterpriseNumber?: components["schemas"]["EnterpriseNumber"];
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["Address"];
            phone?: string;
            /** Format: email */
            email?: string;
            federalContact?: components["schemas"]["FederalContact"];
            /** @default {} */
            profile: components["schemas"]["OrganizationProfile"];
            /** @default {} */
            facts: components["schemas"]["OrganizationFacts"];
        };
        PoolData: {
            name: string;
            /** @enum {string} */
            form: "provincial" | "association" | "agreement" | "regional";
        };
        MandateData: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            start: components["schemas"]["CivilDate"];
            end?: components["schemas"]["CivilDate"];
            decidedOn?: components["schemas"]["CivilDate"];
            decisionNumber?: string;
            federalServiceNotifiedOn?: components["schemas"]["CivilDate"];
            authorityNotifiedOn?: components["schemas"]["CivilDate"];
            weeklyHours?: number;
        };
        CandidacyData: {
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            function: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            /** @default [] */
            studies: {
                year: number;
                title: string;
                school?: string;
            }[];
            /** @default [] */
            career: {
                from: number;
                to?: number;
                position: string;
                employer?: string;
            }[];
            /** @default [] */
            outsideFunctions: string[];
            /** @default {} */
            knowledge: {
                informatics?: string;
                medicalInformatics?: string;
                law?: string;
                security?: string;
            };
            weeklyHours?: number;
            /** @default {} */
            conditions: {
                /** @enum {string} */
                compatible?: "yes" | "no" | "unsure";
                /** @enum {string} */
                impartial?: "yes" | "no" | "unsure";
                /** @enum {string} */
                trained?: "yes" | "no" | "unsure";
                /** @enum {string} */
                time?: "yes" | "no" | "unsure";
            };
            sentOn?: components["schemas"]["CivilDate"];
            /**
             * @default pending
             * @enum {string}
             */
            outcome: "pending" | "favorable" | "conditional" | "unfavorable";
            outcomeOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "lastName": "Delvaux",
         *       "firstName": "Claire",
         *       "kind": "staff"
         *     }
         */
        PersonData: {
            lastName: string;
            firstName: string;
            /** @enum {string} */
            kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
            reference?: string;
            /** @enum {string} */
            title?: "madam" | "sir";
            language?: components["schemas"]["Language"];
            /** Format: email */
            email?: string;
            phone?: string;
            ssin?: components["schemas"]["Ssin"];
            employer?: string;
            note?: string;
        };
        /**
         * @example {
         *       "name": "Service social",
         *       "kind": "social",
         *       "seesPersonalData": true
         *     }
         */
        ServiceData: {
            name: string;
            /** @enum {string} */
            kind: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
            /** Format: uuid */
            parentId?: string;
            /** Format: uuid */
            headId?: string;
            /** @default true */
            seesPersonalData: boolean;
        };
        Suspension: {
            start: components["schemas"]["CivilDate"];
            end?: components["schemas"]["CivilDate"];
            /** @enum {string} */
            reason: "illness" | "parental" | "careerBreak" | "disciplinary" | "unpaidLeave" | "other";
        };
        ContractData: {
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            serviceId?: string;
            /** @enum {string} */
            kind: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
            function: string;
            start: components["schemas"]["CivilDate"];
            end?: components["schemas"]["CivilDate"];
            weeklyHours?: number;
            /** @default [] */
            suspensions: components["schemas"]["Suspension"][];
            accountsClosedOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "title": "Charte informatique",
         *       "category": "charter",
         *       "language": "fr",
         *       "inPolicy": true,
         *       "yearlyReview": true
         *     }
         */
        OwnDocumentData: {
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            language: components["schemas"]["DocumentLanguage"];
            /** @default false */
            inPolicy: boolean;
            /** @default false */
            yearlyReview: boolean;
            note?: string;
        };
        /**
         * @example {
         *       "organ": "council",
         *       "heldOn": "2026-11-24",
         *       "startTime": "19:00",
         *       "place": "Salle du conseil"
         *     }
         */
        CouncilSittingData: {
            /**
             * @default council
             * @enum {string}
             */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: components["schemas"]["CivilDate"];
            startTime?: string;
            place?: string;
            cancelledOn?: components["schemas"]["CivilDate"];
            cancelReason?: string;
        };
        /**
         * @example {
         *       "organ": "council",
         *       "startTime": "19:00",
         *       "place": "Salle du conseil",
         *       "dates": [
         *         "2027-01-19",
         *         "2027-02-16"
         *       ]
         *     }
         */
        CouncilCalendarData: {
            /**
             * @default council
             * @enum {string}
             */
            organ: "council" | "permanentBureau" | "specialCommittee";
            startTime?: string;
            place?: string;
            dates: components["schemas"]["CivilDate"][];
        };
        /**
         * @example {
         *       "kind": "urgent",
         *       "title": "Panne du serveur du 12 novembre"
         *     }
         */
        CouncilItemData: {
            /** @enum {string} */
            kind: "monthly" | "urgent" | "procedures" | "subject" | "other";
            title?: string;
            text?: string;
            year?: number;
            subjectKind?: string;
            /** Format: uuid */
            subjectId?: string;
        };
        CouncilItemChange: {
            title: string;
            text?: string;
            /** Format: uuid */
            sittingId: string;
        };
        CouncilNoteLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            heading: "advice" | "norms" | "plan" | "documents" | "platform" | "council" | "incident" | "intervention" | "access" | "awareness" | "continuity" | "people" | "slipped" | "deadlines" | "added";
            on?: components["schemas"]["CivilDate"];
            text: string;
            drafted?: string;
            path?: string;
            /** @default false */
            leftOut: boolean;
        };
        /**
         * @example {
         *       "nihil": true,
         *       "lines": []
         *     }
         */
        CouncilNoteData: {
            /** @default false */
            nihil: boolean;
            introduction?: string;
            lines: components["schemas"]["CouncilNoteLine"][];
        };
        CouncilResultData: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            result: "noted" | "approved" | "refused" | "postponed";
            decisionNumber?: string;
            note?: string;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "01990000-0000-7000-8000-000000000001",
         *           "result": "noted",
         *           "decisionNumber": "2026/118"
         *         }
         *       ]
         *     }
         */
        CouncilResultsData: {
            items: components["schemas"]["CouncilResultData"][];
        };
        /**
         * @example {
         *       "outcome": "follow"
         *     }
         */
        ReasonedDecisionData: {
            /** @enum {string} */
            outcome: "follow" | "followInPart" | "depart";
            decisionReasons?: string;
            decidedOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "capacity": "adviser",
         *       "subject": "Télétravail",
         *       "recommendation": "Chiffrer les portables."
         *     }
         */
        AdviceData: {
            /**
             * @default adviser
             * @enum {string}
             */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            askedOn?: components["schemas"]["CivilDate"];
            /** Format: uuid */
            askedById?: string;
            askedBy?: string;
            question?: string;
            /** @default false */
            oral: boolean;
            oralReason?: string;
            facts?: string;
            reasons?: string;
            recommendation?: string;
            risk?: string;
            alternatives?: string;
            delayDays?: number;
            delayReason?: string;
        };
        /**
         * @example {
         *       "subject": "Télétravail",
         *       "question": "Que faut-il avant de l’autoriser ?"
         *     }
         */
        AdviceRequestData: {
            /**
             * @default adviser
             * @enum {string}
             */
            capacity: "adviser" | "dpo";
            subject: string;
            question?: string;
        };
        /** @example {} */
        AdviceSendingData: {
            receivedOn?: components["schemas"]["CivilDate"];
            previewHash?: string;
        };
        /**
         * @example {
         *       "reason": "Sans objet depuis la suppression du projet"
         *     }
         */
        AdviceWithdrawalData: {
            reason: string;
        };
        /**
         * @example {
         *       "toldOn": "2026-11-24"
         *     }
         */
        AdviceTellingData: {
            toldOn: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "text": "Mon prénom s’écrit Anne-Sophie."
         *     }
         */
        CorrectionRequestData: {
            text: string;
        };
        CorrectionAnswer: {
            /** @enum {string} */
            state: "granted" | "refused";
            answer?: string;
        };
        /**
         * @example {
         *       "subject": "Consultations sans dossier",
         *       "facts": "Trois consultations.",
         *       "recommendation": "Contrôler chaque mois."
         *     }
         */
        InfringementData: {
            /**
             * @default directorGeneral
             * @enum {string}
             */
            addressee: "directorGeneral" | "president";
            subject: string;
            rule?: string;
            foundOn?: components["schemas"]["CivilDate"];
            facts?: string;
            concerned?: string;
            reasons?: string;
            recommendation?: string;
            delayDays?: number;
            delayReason?: string;
        };
        /** @example {} */
        InfringementSendingData: {
            receivedOn?: components["schemas"]["CivilDate"];
            previewHash?: string;
        };
        /**
         * @example {
         *       "reason": "Les faits sont inexacts"
         *     }
         */
        InfringementWithdrawalData: {
            reason: string;
        };
        /**
         * @example {
         *       "text": "Contrôler les consultations",
         *       "dueOn": "2026-12-31"
         *     }
         */
        InfringementActionData: {
            text: string;
            responsible?: string;
            dueOn?: components["schemas"]["CivilDate"];
            doneOn?: components["schemas"]["CivilDate"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "fr": "Nommer un conseiller en sécurité"
         *     }
         */
        Texts: {
            fr?: string;
            nl?: string;
            de?: string;
            en?: string;
        };
        Guideline: {
            id: string;
            text: components["schemas"]["Texts"];
        };
        Norm: {
            id: string;
            title: components["schemas"]["Texts"];
            /** @description The heading within the chapter under which it stands */
            heading?: components["schemas"]["Texts"];
            text?: components["schemas"]["Texts"];
            /**
             * @description To which information it applies
             * @enum {string}
             */
            scope?: "socialData" | "all";
            /** @description In which levels of the framework it is asked; absent: in all */
            levels?: string[];
            /** @description Condition on the profile of a centre, as in the texts of documents: `profile.telework` */
            applies?: string;
            /** @description What usually proves it */
            evidence?: components["schemas"]["Texts"][];
            liveFacts?: string[];
            /**
             * @description Who usually knows the answer
             * @enum {string}
             */
            answeredBy?: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
            references?: {
                source: string;
                at: string;
            }[];
            /** @description True where no source asks for it */
            goodPractice?: boolean;
            /** @description True where the source leaves a doubt */
            unsure?: boolean;
            guidelines: components["schemas"]["Guideline"][];
            /** @description What files of others call it, where that is not its number */
            alias?: string;
        };
        FrameworkChapter: {
            id: string;
            title: components["schemas"]["Texts"];
            norms: components["schemas"]["Norm"][];
        };
        Framework: {
            id: string;
            version: string;
            title: components["schemas"]["Texts"];
            description?: components["schemas"]["Texts"];
            publisher?: string;
            licence?: string;
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            levels?: {
                id: string;
                title: components["schemas"]["Texts"];
            }[];
            chapters: components["schemas"]["FrameworkChapter"][];
        };
        /**
         * @example {
         *       "kind": "fact",
         *       "fact": "documents.policyApproved"
         *     }
         */
        EvidenceData: {
            /** @enum {string} */
            kind: "link";
            /** Format: uri */
            url: string;
            title?: string;
            validUntil?: components["schemas"]["CivilDate"];
        } | {
            /** @enum {string} */
            kind: "fact";
            fact: string;
            title?: string;
            validUntil?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "validUntil": "2027-06-30"
         *     }
         */
        EvidenceNoteData: {
            title?: string;
            validUntil?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "despite": false
         *     }
         */
        AssessmentPreparationData: {
            /** @default false */
            despite: boolean;
        };
        /**
         * @example {
         *       "remark": "La norme 9.1 est à revoir avec le service du personnel."
         *     }
         */
        AssessmentRemarkData: {
            remark: string;
        };
        AssessmentValidationData: {
            previewHash?: string;
        };
        /**
         * @example {
         *       "acknowledgedOn": "2027-03-05",
         *       "acknowledgement": "SPPIS/2027/0412"
         *     }
         */
        AssessmentAcknowledgementData: {
            acknowledgedOn: components["schemas"]["CivilDate"];
            acknowledgement: string;
        };
        /**
         * @example {
         *       "reason": "La réponse à la norme 12.1 portait sur l’ancien serveur."
         *     }
         */
        AssessmentCorrectionData: {
            reason: string;
        };
        /**
         * @example {
         *       "frameworkId": "bcss-minimum",
         *       "frameworkVersion": "2026.1",
         *       "year": 2026,
         *       "closesOn": "2027-02-28"
         *     }
         */
        AssessmentData: {
            frameworkId: string;
            frameworkVersion: string;
            /** @description The level of the framework that is asked of the centre, where it has levels */
            level?: string;
            year: number;
            closesOn?: components["schemas"]["CivilDate"];
            /** @default true */
            carry: boolean;
        };
        /**
         * @example {
         *       "answers": {
         *         "a": true,
         *         "b": false
         *       },
         *       "comment": "Charte signée par tous"
         *     }
         */
        NormAnswerData: {
            /** @default {} */
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
        };
        /**
         * @example {
         *       "chapterId": "9",
         *       "ownerId": "01990000-0000-7000-8000-000000000001"
         *     }
         */
        NormAssignmentData: {
            chapterId?: string;
            ids?: string[];
            /** Format: uuid */
            ownerId?: string;
        };
        /**
         * @example {
         *       "chapterId": "9"
         *     }
         */
        NormConfirmationData: {
            chapterId?: string;
            ids?: string[];
        };
        /**
         * @example {
         *       "authority": "federalService",
         *       "kind": "warning",
         *       "receivedOn": "2026-03-02",
         *       "subject": "Questionnaire non rentré",
         *       "deadlineOn": "2026-03-31"
         *     }
         */
        NetworkNoticeData: {
            /** @enum {string} */
            authority: "bcss" | "federalService";
            /** @enum {string} */
            kind: "warning" | "suspension";
            receivedOn: components["schemas"]["CivilDate"];
            reference?: string;
            subject: string;
            text?: string;
            deadlineOn?: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "noticeId": "01990000-0000-7000-8000-000000000001",
         *       "kind": "answer",
         *       "happenedOn": "2026-03-20",
         *       "reference": "CPAS/2026/114"
         *     }
         */
        NetworkStepData: {
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "answer" | "extension" | "suspension" | "restoration" | "lifting";
            happenedOn: components["schemas"]["CivilDate"];
            reference?: string;
            deadlineOn?: components["schemas"]["CivilDate"];
            text?: string;
        };
        /**
         * @example {
         *       "title": "Audit des normes minimales",
         *       "kind": "complete",
         *       "auditorKind": "external",
         *       "auditorFirm": "Bureau Vérification",
         *       "heldOn": "2026-03-10",
         *       "chapters": [],
         *       "serviceIds": []
         *     }
         */
        InspectionData: {
            title: string;
            /** @enum {string} */
            kind: "complete" | "partial";
            clockReason?: string;
            framework?: string;
            /** @default [] */
            chapters: string[];
            /** @default [] */
            serviceIds: string[];
            scope?: string;
            /** @enum {string} */
            auditorKind: "internal" | "external";
            /** Format: uuid */
            auditorId?: string;
            auditorName?: string;
            auditorFirm?: string;
            plannedOn?: components["schemas"]["CivilDate"];
            heldOn?: components["schemas"]["CivilDate"];
            heldUntil?: components["schemas"]["CivilDate"];
            reportOn?: components["schemas"]["CivilDate"];
            summary?: string;
        };
        /**
         * @example {
         *       "inspectionId": "01990000-0000-7000-8000-000000000001",
         *       "severity": "major",
         *       "norm": "9.1",
         *       "text": "Les comptes des partants restent ouverts.",
         *       "outcome": "open"
         *     }
         */
        InspectionFindingData: {
            /** Format: uuid */
            inspectionId: string;
            /** @enum {string} */
            severity: "critical" | "major" | "minor" | "remark";
            norm?: string;
            text: string;
            recommendation?: string;
            /**
             * @default open
             * @enum {string}
             */
            outcome: "open" | "remedied" | "notFollowed";
            outcomeOn?: components["schemas"]["CivilDate"];
            outcomeNote?: string;
        };
        /**
         * @example {
         *       "email": "audit@example.be",
         *       "language": "fr",
         *       "accessFrom": "2026-03-01",
         *       "accessUntil": "2026-04-30"
         *     }
         */
        AuditorAccessData: {
            email: unknown;
            language: components["schemas"]["Language"];
            accessFrom: components["schemas"]["CivilDate"];
            accessUntil: components["schemas"]["CivilDate"];
        };
        /** @example 125000 */
        Cents: number;
        /**
         * @example {
         *       "kind": "incident",
         *       "reference": "Panne du 12 mars"
         *     }
         */
        PlanOriginData: {
            /** @enum {string} */
            kind: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
            /** Format: uuid */
            id?: string;
            reference?: string;
        };
        /**
         * @example {
         *       "kind": "yearly",
         *       "year": 2027,
         *       "amount": 125000,
         *       "article": "104/12313"
         *     }
         */
        PlanCostData: {
            /** @enum {string} */
            kind: "oneOff" | "yearly";
            year: number;
            untilYear?: number;
            amount: components["schemas"]["Cents"];
            article?: string;
            /** @enum {string} */
            source?: "ownBudget" | "subsidy" | "pool" | "other";
            /** @enum {string} */
            decidedBy?: "council" | "permanentBureau" | "directorGeneral";
        };
        /**
         * @example {
         *       "year": 2027,
         *       "asked": 250000,
         *       "askedOn": "2026-09-15"
         *     }
         */
        PlanBudgetData: {
            year: number;
            asked: components["schemas"]["Cents"];
            askedOn?: components["schemas"]["CivilDate"];
            adopted?: components["schemas"]["Cents"];
            adoptedOn?: components["schemas"]["CivilDate"];
            reference?: string;
        };
        /**
         * @example {
         *       "title": "Chiffrer les ordinateurs portables",
         *       "priority": "high",
         *       "dueOn": "2027-06-30",
         *       "personDays": 3
         *     }
         */
        PlanActionData: {
            title: string;
            description?: string;
            /** @default [] */
            origins: components["schemas"]["PlanOriginData"][];
            /** Format: uuid */
            ownerId?: string;
            /** @enum {string} */
            ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            /**
             * @default normal
             * @enum {string}
             */
            priority: "high" | "normal" | "low";
            startOn?: components["schemas"]["CivilDate"];
            dueOn?: components["schemas"]["CivilDate"];
            /**
             * @default planned
             * @enum {string}
             */
            state: "planned" | "underWay" | "done" | "givenUp";
            /** @default 0 */
            progress: number;
            /** @default 0 */
            personDays: number;
            /** @default [] */
            costs: components["schemas"]["PlanCostData"][];
            /** @default [] */
            budgets: components["schemas"]["PlanBudgetData"][];
            repeatsMonths?: number;
            doneOn?: components["schemas"]["CivilDate"];
            doneHow?: string;
            givenUpReason?: string;
        };
        /**
         * @example {
         *       "progress": 60
         *     }
         */
        PlanProgressData: {
            progress: number;
            doneOn?: components["schemas"]["CivilDate"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "year": 2027,
         *       "introduction": "Les portables d’abord."
         *     }
         */
        PlanVersionData: {
            year: number;
            language?: components["schemas"]["DocumentLanguage"];
            introduction?: string;
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        PlanVersionChange: {
            language: components["schemas"]["DocumentLanguage"];
            introduction?: string;
        };
        /**
         * @example {
         *       "submittedOn": "2026-09-21"
         *     }
         */
        PlanSubmissionData: {
            submittedOn: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "decidedOn": "2026-10-12",
         *       "outcome": "approved",
         *       "decisionNumber": "CAS/2026/10-7"
         *     }
         */
        PlanVersionDecision: {
            decidedOn: components["schemas"]["CivilDate"];
            /** @enum {string} */
            outcome: "approved" | "refused";
            decisionNumber?: string;
        };
        /**
         * @example {
         *       "month": 9,
         *       "day": 30
         *     }
         */
        PlanLeaveData: {
            month: number;
            day: number;
        };
        PlatformAttendanceData: {
            /** Format: uuid */
            personId?: string;
            name?: string;
            capacity?: string;
            /** @enum {string} */
            presence?: "present" | "excused" | "absent";
        };
        PlatformDecisionData: {
            text: string;
            /** Format: uuid */
            personId?: string;
            /** @enum {string} */
            role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
            dueOn?: components["schemas"]["CivilDate"];
        };
        PlatformPointData: {
            /** Format: uuid */
            id?: string;
            title: string;
            minutes?: string;
            decision?: components["schemas"]["PlatformDecisionData"];
        };
        /**
         * @example {
         *       "heldOn": "2026-11-24",
         *       "startTime": "14:00",
         *       "place": "Salle du conseil",
         *       "points": [
         *         {
         *           "title": "Plan de sécurité"
         *         }
         *       ]
         *     }
         */
        PlatformMeetingData: {
            heldOn: components["schemas"]["CivilDate"];
            startTime?: string;
            place?: string;
            /** Format: uuid */
            calledById?: string;
            calledOn?: components["schemas"]["CivilDate"];
            preparedOn?: components["schemas"]["CivilDate"];
            attendance?: components["schemas"]["PlatformAttendanceData"][];
            /** @default [] */
            points: components["schemas"]["PlatformPointData"][];
        };
        /**
         * @example {
         *       "doneOn": "2026-11-24",
         *       "doneHow": "Sauvegarde restaurée pour essai"
         *     }
         */
        PlatformCompletionData: {
            doneOn?: components["schemas"]["CivilDate"];
            doneHow?: string;
        };
        /**
         * @example {
         *       "approvedOn": "2026-11-24",
         *       "approval": "nextMeeting"
         *     }
         */
        PlatformApprovalData: {
            approvedOn: components["schemas"]["CivilDate"];
            /** @enum {string} */
            approval: "nextMeeting" | "present";
            previewHash?: string;
        };
        FrameworkMapping: {
            from: string;
            to: string;
            relations: {
                from: string;
                to: string;
                /** @enum {string} */
                kind: "equal" | "subset" | "superset" | "intersect";
            }[];
        };
        /**
         * @example {
         *       "year": 2026
         *     }
         */
        YearlyReportData: {
            year: number;
        };
        /**
         * @example {
         *       "submittedOn": "2027-02-09"
         *     }
         */
        YearlyReportPatch: {
            submittedOn: components["schemas"]["CivilDate"] | null;
        };
        /**
         * @example {
         *       "body": "La situation s’est améliorée.\n\n- Les sauvegardes sont essayées."
         *     }
         */
        ReportTextData: {
            body: string;
        };
        /**
         * @example {
         *       "decidedOn": "2027-02-16",
         *       "decisionNumber": "2027/31"
         *     }
         */
        YearlyReportApprovalData: {
            decidedOn: components["schemas"]["CivilDate"];
            decisionNumber: string;
            previewHash?: string;
        };
        CouncilSubject: {
            subjectKind: string;
            room: string;
            /** Format: uuid */
            id: string;
            title: {
                key: string;
                values?: {
                    [key: string]: unknown;
                };
            };
            about?: string;
            path: string;
        };
        CouncilOverview: {
            today: string;
            year: number;
            months: {
                month: string;
                /** @enum {string} */
                mark: "noted" | "nihil" | "presented" | "prepared" | "planned" | "open" | "missed" | "before" | "later";
                /** Format: uuid */
                sittingId?: string;
                heldOn?: string;
            }[];
            /** @description Months of the last twelve that ended without an item */
            missed: string[];
            next?: {
                /** Format: uuid */
                id: string;
                heldOn: string;
                startTime?: string;
                items: number;
                /** @enum {string} */
                monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            };
            /** @description Sittings held whose results are not recorded */
            toRecord: number;
            awaiting: components["schemas"]["CouncilSubject"][];
            can: {
                [key: string]: boolean;
            };
        };
        CouncilItem: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            position: number;
            /** @enum {string} */
            kind: "monthly" | "urgent" | "procedures" | "subject" | "other";
            title: string;
            text?: string;
            nihil: boolean;
            year?: number;
            procedures?: {
                /** Format: uuid */
                versionId: string;
                /** Format: uuid */
                ownId: string;
                title: string;
                number: number;
                decidedOn: string;
            }[];
            subjectKind?: string;
            /** Format: uuid */
            subjectId?: string;
            path?: string;
            /** @description When its own room says that it was approved */
            decidedOn?: string;
            /** Format: uuid */
            noteId?: string;
            /** @enum {string} */
            noteState?: "draft" | "ready" | "presented";
            postponedFrom?: string;
            /** @enum {string} */
            result?: "noted" | "approved" | "refused" | "postponed";
            decisionNumber?: string;
            resultNote?: string;
            recordedBy?: string;
            /** @description Results that may be recorded */
            allowed: ("noted" | "approved" | "refused" | "postponed")[];
            can: {
                [key: string]: boolean;
            };
        };
        CouncilSittingWhole: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: string;
            startTime?: string;
            place?: string;
            cancelledOn?: string;
            cancelReason?: string;
            /** @description Days on which it was to be held before it was moved */
            formerDates: string[];
            /** @enum {string} */
            state?: "coming" | "toRecord" | "held" | "cancelled";
            items?: number;
            /** @description Items without a result */
            open?: number;
            /** @enum {string} */
            monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            /** @description References of its deliberations */
            decisions?: string;
            agenda: components["schemas"]["CouncilItem"][];
            next?: {
                /** Format: uuid */
                id: string;
                heldOn: string;
            };
            /** @description The last one that was made */
            bundle?: {
                /** Format: uuid */
                id: string;
                madeAt: string;
                pages: number;
            };
            can: {
                [key: string]: boolean;
            };
        };
        CouncilNote: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            sittingId: string;
            /** Format: uuid */
            itemId: string;
            heldOn: string;
            title: string;
            language: components["schemas"]["DocumentLanguage"];
            /** @enum {string} */
            state: "draft" | "ready" | "presented";
            nihil: boolean;
            periodFrom: string;
            periodUntil: string;
            introduction?: string;
            lines: components["schemas"]["CouncilNoteLine"][];
            readyOn?: string;
            presentedOn?: string;
            presentedBy?: string;
            contentHash?: string;
            can: {
                [key: string]: boolean;
            };
        };
        CouncilPresentData: {
            previewHash?: string;
        };
        /**
         * @example {
         *       "ready": true
         *     }
         */
        CouncilReadyData: {
            ready: boolean;
        };
        CouncilOrderData: {
            items: string[];
        };
        CouncilCalendarEntered: {
            entered: number;
            /** @description Days on which there was a sitting already */
            known: number;
            ids: string[];
        };
        CouncilNotePreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        CouncilBundle: {
            /** Format: uuid */
            id: string;
            href: string;
            /** Format: uuid */
            sittingId: string;
            pages: number;
            parts: string[];
            pdf: {
                href: string;
                name: string;
                size: number;
                sha256: string;
            };
            zip: {
                href: string;
                name: string;
                size: number;
                sha256: string;
            };
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        CouncilBundleData: {
            language?: components["schemas"]["DocumentLanguage"];
        };
        CouncilBundleAccepted: {
            /** Format: uuid */
            id: string;
            href: string;
        };
        /**
         * @example {
         *       "amount": 60
         *     }
         */
        RuleSettingData: {
            amount: number;
            reason?: string;
        };
        /**
         * @description A text of a room by its key, with what fills its gaps
         * @example {
         *       "key": "closeAccounts"
         *     }
         */
        Words: {
            key: string;
            values?: {
                [key: string]: string | number | {
                    date: components["schemas"]["CivilDate"];
                } | {
                    word: string;
                };
            };
        };
        /**
         * @description By the end of a civil day in Belgium, or at an instant
         * @example {
         *       "on": "2026-11-24"
         *     }
         */
        Due: {
            on?: components["schemas"]["CivilDate"];
            at?: string;
        };
        /**
         * @example {
         *       "amount": 72,
         *       "unit": "hour"
         *     }
         */
        RuleLength: {
            amount: number;
            /** @enum {string} */
            unit: "hour" | "day" | "month" | "year";
        };
        Obligation: {
            id: string;
            /** Format: uuid */
            organizationId?: string;
            room: string;
            /** @enum {string} */
            rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            /** @description With the setting of the centre */
            ruleLength: components["schemas"]["RuleLength"];
            subject: {
                kind: string;
                id: string;
            };
            title: components["schemas"]["Words"];
            about?: string;
            reason?: components["schemas"]["Words"];
            start: components["schemas"]["Due"];
            due: components["schemas"]["Due"];
            /** @enum {string} */
            state: "overdue" | "week" | "waiting" | "later";
            /** @description Whether the caller is to act */
            mine: boolean;
            late: boolean;
            /** @description Who is to act */
            roles: string[];
            waitsFor?: components["schemas"]["Words"];
            action: {
                label: components["schemas"]["Words"];
                path: string;
            };
        };
        Obligations: {
            self: string;
            items: components["schemas"]["Obligation"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ObligationSummary: {
            self: string;
            today: components["schemas"]["CivilDate"];
            now: string;
            counts: {
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            };
            lateWithOthers: number;
            /** @description The most pressing first */
            rooms: {
                room: string;
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            }[];
            /** @description The most pressing first, twelve at most */
            centres: {
                /** Format: uuid */
                organizationId: string;
                overdue: number;
                week: number;
                waiting: number;
                later: number;
            }[];
            centresConcerned: number;
            /** @description Twelve from this one; what is late counts in the first */
            months: {
                month: string;
                overdue: number;
                count: number;
            }[];
            overdue: components["schemas"]["Obligation"][];
            week: components["schemas"]["Obligation"][];
            waiting: components["schemas"]["Obligation"][];
        };
        Rule: {
            /** @enum {string} */
            rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            /** @description 0 where the centre has set nothing; for If-Match */
            version: number;
            href: string;
            starts: string;
            source: string;
            /** @enum {string} */
            kind: "law" | "norm" | "model" | "setting";
            /** @enum {string} */
            bound: "within" | "ahead" | "keepAtMost" | "keepAtLeast";
            /** @enum {string} */
            counting: "elapsed" | "calendar" | "eu1182";
            /** @enum {string} */
            certainty: "sure" | "unsure";
            /** @enum {string} */
            adjust: "nothing" | "stricter" | "both";
            from?: components["schemas"]["CivilDate"];
            until?: components["schemas"]["CivilDate"];
            length: components["schemas"]["RuleLength"];
            setting?: {
                amount: number;
                reason?: string;
            };
        };
        Rules: {
            self: string;
            followedSince: components["schemas"]["CivilDate"];
            items: components["schemas"]["Rule"][];
            total: number;
            pageSize: number;
            can: {
                [key: string]: boolean;
            };
        };
        CorrectionRequests: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                personId: string;
                personName: string;
                askedOn: string;
                /** @description The last day to answer: one month after it was asked (GDPR 12(3)) */
                dueOn: string;
                text: string;
                /** @enum {string} */
                state: "open" | "granted" | "refused" | "withdrawn";
                answer?: string;
                answeredOn?: string;
                version: number;
            }[];
            total: number;
            pageSize: number;
        };
        OwnData: {
            /**
             * Format: uuid
             * @description Absent where the account is nobody’s record in this centre
             */
            personId?: string;
            account: {
                name: string;
                email: string;
                language: string;
                createdAt: string;
            };
            roles: string[];
            /** @description Every row of every table that is about the person */
            facts: {
                table: string;
                row: {
                    [key: string]: unknown;
                };
            }[];
        };
        Retention: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                name: string;
                kind: string;
                lastDay: string;
                erasableFrom: string;
                erasable: boolean;
                /** @description Still has access to Beffroi: nothing is erased before that ends */
                access: boolean;
            }[];
            total: number;
            pageSize: number;
            erasable: number;
            frozenDocuments: number;
            today: string;
        };
        Erased: {
            /** @description So many entries of the audit trail forgot their texts */
            entries: number;
        };
        /**
         * @example {
         *       "language": "fr"
         *     }
         */
        DocumentLanguageData: {
            language?: components["schemas"]["DocumentLanguage"];
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-24",
         *       "decisionNumber": "2026/118",
         *       "approver": "council"
         *     }
         */
        DocumentApprovalData: {
            decidedOn: components["schemas"]["CivilDate"];
            decisionNumber?: string;
            /** @enum {string} */
            approver: "council" | "councilWithAnnualReport" | "management" | "signatory";
            previewHash?: string;
        };
        /**
         * @example {
         *       "verifiedOn": "2026-11-24"
         *     }
         */
        DocumentVerificationData: {
            verifiedOn: components["schemas"]["CivilDate"];
            note?: string;
        };
        /**
         * @example {
         *       "variable": "adviser.notifiedOn",
         *       "label": "variables.adviser.notifiedOn",
         *       "where": {
         *         "page": "mandates",
         *         "field": "federalServiceNotifiedOn",
         *         "mandate": "adviser"
         *       }
         *     }
         */
        MissingVariable: {
            variable: string;
            label: string;
            where: {
                /** @enum {string} */
                page: "organization" | "mandates" | "people";
                field: string;
                mandate?: string;
            };
            mandateId?: string;
        };
        DocumentVersionSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            files: {
                pdf: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
                docx: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
            };
            can: {
                [key: string]: boolean;
            };
        };
        DocumentVersion: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            files: {
                pdf: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
                docx: {
                    href: string;
                    size?: number;
                    sha256?: string;
                };
            };
            can: {
                [key: string]: boolean;
            };
            verifications: {
                /** Format: uuid */
                id: string;
                verifiedOn: string;
                note?: string;
            }[];
        };
        Documents: {
            self: string;
            items: {
                /** @enum {string} */
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
                language: components["schemas"]["DocumentLanguage"];
                href: string;
                title: string;
                /** @enum {string} */
                layout: "report" | "letter";
                approvers: ("council" | "councilWithAnnualReport" | "management" | "signatory")[];
                yearlyVerification: boolean;
                nextNumber: number;
                inForce?: components["schemas"]["DocumentVersionSummary"];
                outdated: boolean;
                draft?: components["schemas"]["DocumentVersionSummary"];
                reviewDueOn?: string;
                can: {
                    [key: string]: boolean;
                };
                wording: {
                    own: number;
                    questions: number;
                };
                missing: number;
            }[];
            total: number;
            pageSize: number;
        };
        Document: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            href: string;
            title: string;
            /** @enum {string} */
            layout: "report" | "letter";
            approvers: ("council" | "councilWithAnnualReport" | "management" | "signatory")[];
            yearlyVerification: boolean;
            nextNumber: number;
            inForce?: components["schemas"]["DocumentVersionSummary"];
            outdated: boolean;
            draft?: components["schemas"]["DocumentVersionSummary"];
            reviewDueOn?: string;
            can: {
                [key: string]: boolean;
            };
            wording: {
                own: number;
                questions: number;
            };
            missing: components["schemas"]["MissingVariable"][];
            versions: components["schemas"]["DocumentVersionSummary"][];
        };
        DocumentPreview: {
            title: string;
            html: string;
            contentHash: string;
            missing: components["schemas"]["MissingVariable"][];
        };
        DocumentComparison: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            href: string;
            before: {
                /** Format: uuid */
                id?: string;
                number: number;
                /** @enum {string} */
                state: "draft" | "approved" | "superseded";
                decidedOn?: string;
            };
            after: {
                /** Format: uuid */
                id?: string;
                number: number;
                /** @enum {string} */
                state: "draft" | "approved" | "superseded";
                decidedOn?: string;
            };
            changed: number;
            sections: {
                key: string;
                level: number;
                /** @enum {string} */
                change: "same" | "changed" | "moved" | "added" | "removed";
                before?: string;
                after?: string;
                blocks: {
                    kind: string;
                    /** @enum {string} */
                    change: "same" | "changed" | "added" | "removed";
                    words: {
                        text: string;
                        /** @enum {string} */
                        change?: "added" | "removed";
                    }[];
                }[];
            }[];
        };
        /**
         * @example {
         *       "sectionKey": "objectives",
         *       "text": "Dire aussi qui décide."
         *     }
         */
        DocumentCommentData: {
            sectionKey: string;
            text: string;
            /** Format: uuid */
            parentId?: string;
        };
        DocumentComments: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                sectionKey: string;
                /** Format: uuid */
                parentId?: string;
                text: string;
                writtenBy?: string;
                writtenAt: string;
                resolvedBy?: string;
                resolvedAt?: string;
                can: {
                    [key: string]: boolean;
                };
            }[];
            total: number;
            pageSize: number;
            open: number;
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * @example {
         *       "until": "2026-12-15",
         *       "accountIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ]
         *     }
         */
        DocumentReviewData: {
            until: components["schemas"]["CivilDate"];
            accountIds: string[];
            note?: string;
        };
        /**
         * @example {
         *       "opinion": "agreedWithRemarks",
         *       "text": "Voir la section 3."
         *     }
         */
        DocumentReviewAnswerData: {
            /** @enum {string} */
            opinion: "agreed" | "agreedWithRemarks" | "notAgreed";
            text?: string;
        };
        DocumentReviews: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                until: string;
                note?: string;
                askedBy?: string;
                askedAt: string;
                closedBy?: string;
                closedAt?: string;
                answers: {
                    name: string;
                    mine: boolean;
                    /** @enum {string} */
                    opinion?: "agreed" | "agreedWithRemarks" | "notAgreed";
                    text?: string;
                    answeredAt?: string;
                }[];
                can: {
                    [key: string]: boolean;
                };
            }[];
            total: number;
            pageSize: number;
            can: {
                [key: string]: boolean;
            };
        };
        DocumentReviewers: {
            self: string;
            items: {
                href: string;
                /** Format: uuid */
                accountId: string;
                name: string;
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            }[];
            total: number;
            pageSize: number;
        };
        /**
         * @example {
         *       "how": "replaced",
         *       "title": "Objectifs",
         *       "body": "Le centre …"
         *     }
         */
        DocumentWordingData: {
            /** @enum {string} */
            how: "replaced";
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
        } | {
            /** @enum {string} */
            how: "added";
            after: string;
            level: 1 | 2;
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
        } | {
            /** @enum {string} */
            how: "leftOut";
            reason: string;
        };
        /**
         * @example {
         *       "kind": "securityPolicyFormal",
         *       "language": "fr",
         *       "sectionKey": "objectives",
         *       "how": "replaced",
         *       "title": "Objectifs",
         *       "body": "Le centre …"
         *     }
         */
        NewDocumentWordingData: {
            /** @enum {string} */
            how: "replaced";
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            sectionKey: string;
        } | {
            /** @enum {string} */
            how: "added";
            after: string;
            level: 1 | 2;
            /** @description One line of restricted Markdown; variables as {{centre.name}} */
            title: string;
            /** @description The restricted Markdown of the document library, without headings */
            body: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
        } | {
            /** @enum {string} */
            how: "leftOut";
            reason: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            sectionKey: string;
        };
        DocumentWording: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            sectionKey: string;
            /** @enum {string} */
            how: "replaced" | "added" | "leftOut";
            after?: string;
            level?: number;
            title?: string;
            body?: string;
            reason?: string;
            libraryRevision: number;
            library?: {
                title: string;
                body: string;
            };
            writtenBy?: string;
            writtenAt: string;
        };
        DocumentSections: {
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            language: components["schemas"]["DocumentLanguage"];
            href: string;
            revision: number;
            questions: number;
            can: {
                [key: string]: boolean;
            };
            variables: {
                name: string;
                value?: string;
            }[];
            sections: {
                key: string;
                level: number;
                number?: string;
                title: string;
                /** @enum {string} */
                state: "library" | "replaced" | "added" | "leftOut" | "leftOutWithChapter" | "gone";
                canLeaveOut: boolean;
                library?: {
                    title: string;
                    body: string;
                };
                wording?: components["schemas"]["DocumentWording"];
                /** @enum {string} */
                question?: "changed" | "gone";
                fixed: {
                    source: string;
                    lines: string[];
                }[];
            }[];
        };
        /**
         * @example {
         *       "title": "Circulaire relative à la double authentification",
         *       "kind": "circular",
         *       "datedOn": "2026-03-02",
         *       "legalTexts": [
         *         "organicLaw1976"
         *       ],
         *       "norms": []
         *     }
         */
        DocumentationData: {
            title: string;
            /** @enum {string} */
            kind: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
            source?: string;
            datedOn?: components["schemas"]["CivilDate"];
            receivedOn?: components["schemas"]["CivilDate"];
            note?: string;
            /** Format: uri */
            address?: string;
            /** @default [] */
            legalTexts: string[];
            /** @default [] */
            norms: string[];
        };
        /**
         * @example {
         *       "decidedOn": "2026-11-24",
         *       "decisionNumber": "2026/119",
         *       "approver": "council"
         *     }
         */
        OwnDocumentApprovalData: {
            decidedOn: components["schemas"]["CivilDate"];
            decisionNumber?: string;
            /** @enum {string} */
            approver: "council" | "councilWithAnnualReport" | "management" | "signatory";
        };
        OwnDocumentVersion: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            ownDocumentId: string;
            title: string;
            language: components["schemas"]["DocumentLanguage"];
            number: number;
            /** @enum {string} */
            state: "draft" | "approved" | "superseded";
            draftedOn: string;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            approvedAt?: string;
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            lastVerifiedOn?: string;
            reviewDueOn?: string;
            file: {
                href: string;
                name: string;
                /** @enum {string} */
                format: "pdf" | "docx";
                size: number;
                sha256: string;
            };
            verifications?: {
                /** Format: uuid */
                id: string;
                verifiedOn: string;
                note?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        OwnDocumentVersions: {
            self: string;
            items: components["schemas"]["OwnDocumentVersion"][];
            total: number;
            pageSize: number;
        };
        DocumentRegisterLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider" | "own";
            /** Format: uuid */
            ownDocumentId?: string;
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other" | "appointment" | "undertaking";
            language: components["schemas"]["DocumentLanguage"];
            yearlyReview: boolean;
            inPolicy: boolean;
            /** @enum {string} */
            state: "inForce" | "missing";
            /** Format: uuid */
            inForceId?: string;
            number?: number;
            decidedOn?: string;
            decisionNumber?: string;
            /** @enum {string} */
            approver?: "council" | "councilWithAnnualReport" | "management" | "signatory";
            reviewDueOn?: string;
            /** Format: uuid */
            draftId?: string;
            draftNumber?: number;
            draftedOn?: string;
        };
        DocumentRegister: {
            self: string;
            items: components["schemas"]["DocumentRegisterLine"][];
            total?: number;
            pageSize: number;
            next?: string;
            own: {
                total: number;
                inForce: number;
                late: number;
                drafts: number;
            };
        };
        YearlyReportSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            language: components["schemas"]["DocumentLanguage"];
            /** @enum {string} */
            state: "draft" | "submitted" | "approved";
            begunOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            can: {
                [key: string]: boolean;
            };
            /** @description Sections that have a text */
            written: number;
        };
        YearlyReports: {
            self: string;
            items: components["schemas"]["YearlyReportSummary"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ReportText: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            reportId: string;
            /** @enum {string} */
            section: "state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures";
            body: string;
            /** @description The text as it is printed */
            html: string;
            writtenAt?: string;
            writtenBy?: string;
            can: {
                [key: string]: boolean;
            };
        };
        ReportSection: {
            /** @enum {string} */
            key: "state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures";
            title: string;
            /** @description Which content of art. 8 of the royal decree of 12 August 1993 it is */
            article?: number;
            /** @description Its text must be written before the report can be approved */
            missing: boolean;
            figures: {
                label: string;
                text: string;
                before?: string;
                path?: string;
            }[];
            pictures: {
                title: string;
                what: string;
                empty: string;
                unit?: string;
                path?: string;
                rows: {
                    label: string;
                    value: number;
                    of: number;
                    text?: string;
                    before?: {
                        value: number;
                        of: number;
                        text?: string;
                    };
                }[];
            }[];
            tables: {
                title: string;
                empty: string;
                columns: {
                    title: string;
                    width?: number;
                }[];
                rows: {
                    cells: string[];
                    path?: string;
                }[];
            }[];
            lines: {
                on: string;
                text: string;
                path: string;
            }[];
            notes: string[];
            text?: components["schemas"]["ReportText"];
        };
        YearlyReport: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            language: components["schemas"]["DocumentLanguage"];
            /** @enum {string} */
            state: "draft" | "submitted" | "approved";
            begunOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            can: {
                [key: string]: boolean;
            };
            from: string;
            /** @description The day as of which the figures are read: 31 December, or today while the year lasts */
            until: string;
            contentHash?: string;
            auditHead?: string;
            approvedBy?: string;
            sections: components["schemas"]["ReportSection"][];
            missing: ("state" | "goals" | "advice" | "work" | "checks" | "awareness" | "training" | "plan" | "means" | "procedures")[];
        };
        YearlyReportPreview: {
            title: string;
            html: string;
            contentHash: string;
            language: components["schemas"]["DocumentLanguage"];
        };
        DossierPart: {
            title: string;
            /** @description Nobody has approved it yet */
            draft: boolean;
            /** @description Where it is worked on, under the pages of the centre */
            path: string;
            /** @description Facts that it cites and nobody has entered */
            missing: {
                name: string;
                label: string;
            }[];
            files: string[];
        };
        Dossier: {
            /** Format: uuid */
            id: string;
            href: string;
            language: components["schemas"]["DocumentLanguage"];
            name: string;
            size: number;
            sha256: string;
            file: string;
            parts: components["schemas"]["DossierPart"][];
        };
        DossierAsked: {
            language?: components["schemas"]["DocumentLanguage"];
        };
        TaskAccepted: {
            /** Format: uuid */
            id: string;
            href: string;
        };
        AdviceSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "asked" | "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            oral: boolean;
            authorName?: string;
            askedOn?: string;
            askedByName?: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /**
             * @description How the decision stands to its last day
             * @enum {string}
             */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
        };
        Advice: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "asked" | "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            capacity: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            subject: string;
            oral: boolean;
            authorName?: string;
            askedOn?: string;
            askedByName?: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /**
             * @description How the decision stands to its last day
             * @enum {string}
             */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
            /** Format: uuid */
            askedById?: string;
            askedBy?: string;
            question?: string;
            oralReason?: string;
            facts?: string;
            reasons?: string;
            recommendation?: string;
            risk?: string;
            alternatives?: string;
            delayDays?: number;
            delayReason?: string;
            contentHash?: string;
            decisionReasons?: string;
            decidedByName?: string;
            decidedForName?: string;
            delegatedFrom?: string;
            delegatedUntil?: string;
            toldOn?: string;
            decisionHash?: string;
            withdrawnOn?: string;
            withdrawalReason?: string;
        };
        Advices: {
            self: string;
            items: components["schemas"]["AdviceSummary"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        AdvicePreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        AdviceOverview: {
            waiting: number;
            late: number;
            drafts: number;
            asked: number;
            nextDueOn?: string;
            /** Format: uuid */
            nextId?: string;
            /** @description In which any was given, the last first */
            years: number[];
            can: {
                [key: string]: boolean;
            };
        };
        FrameworkItem: {
            id: string;
            version: string;
            href: string;
            title: components["schemas"]["Texts"];
            publisher?: string;
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @enum {string} */
            origin: "library" | "import";
            format: string;
            languages: string[];
            norms: number;
            /** @description No later version of this framework is there */
            newest: boolean;
            importedAt: string;
            /** @description The name of the account that imported it */
            importedBy?: string;
            can: {
                [key: string]: boolean;
            };
        };
        FrameworkItems: {
            self: string;
            items: components["schemas"]["FrameworkItem"][];
            total: number;
            pageSize: number;
        };
        MappingItem: {
            from: string;
            to: string;
            href: string;
            /** @enum {string} */
            origin: "library" | "import";
            relations: number;
            importedAt: string;
        };
        MappingItems: {
            self: string;
            items: components["schemas"]["MappingItem"][];
            total: number;
            pageSize: number;
        };
        NormChange: {
            /** @enum {string} */
            kind: "unchanged" | "moved" | "renumbered" | "reworded" | "added" | "removed";
            from?: string;
            to?: string;
            parts?: ("title" | "text" | "guidelines" | "scope" | "levels" | "applies")[];
            before?: components["schemas"]["Norm"];
            after?: components["schemas"]["Norm"];
        };
        FrameworkChanges: {
            self: string;
            from: string;
            to: string;
            counts: {
                [key: string]: number;
            };
            /** @description Norms whose answers go on */
            kept: number;
            /** @description Norms whose answers must be looked at again */
            again: number;
            /** @description All but the unchanged ones */
            items: components["schemas"]["NormChange"][];
        };
        ImportFault: {
            /** @enum {string} */
            code: "notYaml" | "notJson" | "tooManyAliases" | "tooDeep" | "tooSlow" | "tooLarge" | "notText" | "unknownFormat" | "notWorkbook" | "nothingToRead" | "severalFrameworks" | "notAList" | "notAnObject" | "required" | "idTwice" | "unknownParent" | "parentCycle" | "parameterCycle" | "unknownLevel" | "noKnownLanguage" | "noTitle" | "noNorms" | "tooManyNorms" | "tooManyGuidelines" | "tooManyRelations" | "tooLong" | "normsLost" | "unknownRelation" | "mappingToItself" | "mappingCycle" | "frameworkNumber" | "frameworkId" | "frameworkVersion" | "invalid" | "frameworkMissing" | "noRelationLeft" | "versionExists" | "libraryOwns" | "unknownColumn" | "missingColumn" | "missingSheet" | "unknownChoice" | "normWithoutChapter" | "guidelineWithoutNorm" | "formulaError";
            path?: string;
            line?: number;
            cell?: string;
            value?: string;
            parameters?: {
                [key: string]: string | number;
            };
        };
        ImportPlan: {
            kept: boolean;
            /** @enum {string} */
            format: "ciso" | "oscal" | "xlsx";
            frameworks: {
                id: string;
                version: string;
                title: components["schemas"]["Texts"];
                description?: components["schemas"]["Texts"];
                publisher?: string;
                licence?: string;
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
                languages: components["schemas"]["Language"][];
                levels: {
                    id: string;
                    title: components["schemas"]["Texts"];
                    norms: number;
                }[];
                chapters: number;
                norms: number;
                guidelines: number;
                outline: {
                    id: string;
                    title: components["schemas"]["Texts"];
                    norms: number;
                    guidelines: number;
                }[];
                /** @description The first norm, as it would be kept */
                example: components["schemas"]["Norm"];
                /** @enum {string} */
                state: "new" | "nextVersion" | "known";
                /** @description The newest version there is, and what this one changes */
                former?: {
                    version: string;
                    changes: {
                        [key: string]: number;
                    };
                    kept: number;
                    again: number;
                };
            }[];
            mappings: {
                from: string;
                to: string;
                relations: number;
                /** @enum {string} */
                state: "new" | "replaces" | "known";
            }[];
            leftOut: {
                /** @enum {string} */
                code: "languages" | "textNodes" | "referenceControls" | "threats" | "metrics" | "riskMatrices" | "otherObjects" | "scores" | "choices" | "weights" | "cutTitles" | "renumbered" | "withdrawn" | "assessmentParts" | "backMatter" | "links" | "rationales" | "relationsTwice" | "relationsToHeadings" | "unnamedLevels";
                count: number;
                examples: string[];
            }[];
            faults: components["schemas"]["ImportFault"][];
            faultsInAll: number;
        };
        AssessmentGives: {
            self: string;
            from: {
                id: string;
                version: string;
                title: components["schemas"]["Texts"];
            };
            to: {
                id: string;
                version: string;
                title: components["schemas"]["Texts"];
            };
            year: number;
            /** @description Norms of the other framework */
            norms: number;
            /** @description Of them, those that the mapping may answer */
            carried: number;
            hinted: number;
            items: {
                norm: string;
                title: components["schemas"]["Texts"];
                /** @enum {string} */
                kind: "carried" | "hint";
                /** @description How far it is fulfilled, from 0 to 1 */
                value: number;
                from: {
                    norm: string;
                    title: components["schemas"]["Texts"];
                    /** @enum {string} */
                    relation: "equal" | "subset" | "superset" | "intersect";
                    value: number;
                }[];
            }[];
            total: number;
            pageSize: number;
        };
        InfringementAction: {
            /** Format: uuid */
            id: string;
            version: number;
            text: string;
            responsible?: string;
            dueOn?: string;
            doneOn?: string;
            doneHow?: string;
            late: boolean;
        };
        Infringement: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            addressee: "directorGeneral" | "president";
            subject: string;
            authorName: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /** @enum {string} */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
            rule?: string;
            foundOn?: string;
            facts?: string;
            concerned?: string;
            reasons?: string;
            recommendation?: string;
            delayDays?: number;
            delayReason?: string;
            decisionReasons?: string;
            decidedByName?: string;
            decidedForName?: string;
            delegatedFrom?: string;
            delegatedUntil?: string;
            withdrawnOn?: string;
            withdrawalReason?: string;
            noticeHash?: string;
            decisionHash?: string;
            actions: components["schemas"]["InfringementAction"][];
        };
        InfringementSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            state: "draft" | "sent" | "decided" | "withdrawn";
            year?: number;
            number?: number;
            /** @enum {string} */
            addressee: "directorGeneral" | "president";
            subject: string;
            authorName: string;
            sentOn?: string;
            receivedOn?: string;
            dueOn?: string;
            /** @enum {string} */
            outcome?: "follow" | "followInPart" | "depart";
            decidedOn?: string;
            /** @enum {string} */
            timing?: "waiting" | "waitingLate" | "inTime" | "late";
            can: {
                [key: string]: boolean;
            };
        };
        Infringements: {
            self: string;
            items: components["schemas"]["InfringementSummary"][];
            total?: number;
            pageSize: number;
            next?: string;
            can: {
                [key: string]: boolean;
            };
            /**
             * @description As what the caller knows of them
             * @enum {string}
             */
            standing: "adviser" | "directorGeneral" | "president";
        };
        InfringementPreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        FirstStep: {
            /** @enum {string} */
            name: "record" | "people" | "services" | "mandates" | "documents" | "direction";
            done: boolean;
            open?: number;
        };
        /**
         * @example {
         *       "steps": [
         *         {
         *           "name": "record",
         *           "done": false,
         *           "open": 4
         *         }
         *       ],
         *       "done": false
         *     }
         */
        FirstSteps: {
            steps: components["schemas"]["FirstStep"][];
            done: boolean;
        };
        Organization: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            slug: string;
            name: components["schemas"]["LocalizedText"];
            /** @enum {string} */
            documentLanguage: "fr" | "nl" | "de";
            nisCode?: string;
            enterpriseNumber?: string;
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["Address"];
            phone?: string;
            email?: string;
            federalContact?: components["schemas"]["FederalContact"];
            profile: components["schemas"]["OrganizationProfile"];
            facts: components["schemas"]["OrganizationFacts"];
            pool?: {
                id: string;
                name: string;
                start: string;
            };
            can: {
                [key: string]: boolean;
            };
        };
        OrganizationCreation: {
            slug: string;
            name: components["schemas"]["LocalizedText"];
            documentLanguage: components["schemas"]["DocumentLanguage"];
            nisCode?: components["schemas"]["NisCode"];
            enterpriseNumber?: components["schemas"]["EnterpriseNumber"];
            municipality: string;
            /** @enum {string} */
            region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            population?: number;
            address?: components["schemas"]["Address"];
            phone?: string;
            /** Format: email */
            email?: string;
            federalContact?: components["schemas"]["FederalContact"];
            /** @default {} */
            profile: components["schemas"]["OrganizationProfile"];
            /** @default {} */
            facts: components["schemas"]["OrganizationFacts"];
            /**
             * @default adviser
             * @enum {string}
             */
            as: "adviser" | "directorGeneral";
        };
        /**
         * @example {
         *       "email": "odile.lambin@example.be",
         *       "language": "fr",
         *       "roles": [
         *         "archivist"
         *       ]
         *     }
         */
        InvitationData: {
            email: unknown;
            language: components["schemas"]["Language"];
            /** Format: uuid */
            personId?: string;
            /** @default [] */
            roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            accessFrom?: components["schemas"]["CivilDate"];
            accessUntil?: components["schemas"]["CivilDate"];
        };
        MemberData: {
            grantedRoles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            end?: components["schemas"]["CivilDate"];
        };
        DelegationData: {
            /** Format: uuid */
            fromLinkId?: string;
            /** Format: uuid */
            toLinkId?: string;
            /** Format: uuid */
            invitationId?: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "itHead" | "itAgent" | "headOfService" | "archivist" | "reception" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector";
            start: components["schemas"]["CivilDate"];
            end: components["schemas"]["CivilDate"];
            reason?: string;
            /** @default false */
            confidential: boolean;
        };
        AccountChange: {
            roles: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string;
            disabled: boolean;
        };
        Account: {
            /** Format: uuid */
            id: string;
            version: number;
            name: string;
            email: string;
            disabled: boolean;
            self: boolean;
            roles: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string;
            /** @enum {string} */
            factor: "enrolled" | "owed" | "none";
            lastMonth?: string;
        };
        Accounts: {
            self: string;
            items: components["schemas"]["Account"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        AccountPatch: {
            roles?: ("administrator" | "federalSupervisor" | "poolCoordinator")[];
            /** Format: uuid */
            poolId?: string | null;
            disabled?: boolean;
        };
        LinkRequests: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "reset" | "address";
                name: string;
                email: string;
                address?: string;
                askedAt: string;
            }[];
            total: number;
            pageSize: number;
        };
        Delegation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
            from: string;
            /** @description A name; of somebody invited, the address */
            to: string;
            invited: boolean;
            start: string;
            end: string;
            reason?: string;
            /** @description Who made it, where that is not the lender */
            by?: string;
            /** @enum {string} */
            state: "running" | "coming" | "waiting" | "void";
            /** @enum {string} */
            side: "lent" | "received" | "other";
            /** @description Functions that do not go together, from the first day both are held */
            warnings: string[];
            can: {
                end: boolean;
            };
        };
        Delegations: {
            self: string;
            items: components["schemas"]["Delegation"][];
            total: number;
            pageSize: number;
        };
        StandIns: {
            items: {
                /** Format: uuid */
                linkId?: string;
                /** Format: uuid */
                invitationId?: string;
                name: string;
                self: boolean;
                /** @description What they hold and may lend */
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            }[];
        };
        Invitations: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                language: components["schemas"]["Language"];
                /** Format: uuid */
                personId?: string;
                personName?: string;
                roles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
                accessFrom?: string;
                accessUntil?: string;
                invitedBy: string;
                sentAt: string;
                expiresAt: string;
                expired: boolean;
                sentByMail: boolean;
            }[];
            total: number;
            pageSize: number;
            /** @description Whether links are sent by mail */
            mail: boolean;
        };
        InvitationSent: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once, where no mail server took it: to be passed on by oneself */
            link?: string;
            /**
             * @description Why the mail server did not take it
             * @enum {string}
             */
            mailFault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        InvitationToken: {
            token: string;
        };
        InvitationShown: {
            email: string;
            language: components["schemas"]["Language"];
            centre: {
                name: components["schemas"]["LocalizedText"];
                municipality: string;
            };
            roles: string[];
            invitedBy?: string;
            accessFrom?: string;
            accessUntil?: string;
            expiresAt: string;
            /** @description The address has an account already: sign in with it */
            hasAccount: boolean;
        };
        /**
         * @example {
         *       "token": "01990000-0000-7000-8000-000000000001.the-secret-of-the-link",
         *       "name": "Odile Lambin",
         *       "language": "fr",
         *       "password": "quatre mots sans suite"
         *     }
         */
        InvitationAcceptance: {
            token: string;
            name: string;
            language: components["schemas"]["Language"];
            password: string;
        };
        Member: {
            /** Format: uuid */
            id: string;
            href: string;
            version: number;
            /** Format: uuid */
            accountId: string;
            name: string;
            email: string;
            /** Format: uuid */
            personId?: string;
            personName?: string;
            start: string;
            end?: string;
            /** @enum {string} */
            state: "running" | "coming" | "ended";
            disabled: boolean;
            /** @description One’s own access */
            self: boolean;
            grantedRoles: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            grantedOn?: string;
            /** @description Each role with what it comes from, today */
            reasons: {
                role: string;
                /** @enum {string} */
                source: "grant" | "provider" | "mandate" | "service" | "contract" | "delegation";
                since?: string;
                until?: string;
                detail?: string;
            }[];
            /** @enum {string} */
            factor: "enrolled" | "owed" | "none";
            /** @description YYYY-MM of the last sign-in that is still known (six months) */
            lastMonth?: string;
            can: {
                [key: string]: boolean;
            };
        };
        MemberPatch: {
            grantedRoles?: ("adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember")[];
            end?: components["schemas"]["CivilDate"] | null;
        };
        Members: {
            self: string;
            items: components["schemas"]["Member"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "host": "mail.example.be",
         *       "port": 587,
         *       "security": "startTls",
         *       "username": "beffroi",
         *       "sender": "Beffroi <beffroi@example.be>"
         *     }
         */
        MailSettingsData: {
            host: string;
            port: number;
            /** @enum {string} */
            security: "startTls" | "tls" | "none";
            username?: string;
            password?: string;
            sender: string;
            /** Format: email */
            replyTo?: string;
        };
        MailState: {
            /**
             * @description Where the settings that hold come from
             * @enum {string}
             */
            source: "environment" | "settings" | "none";
            /** @description False where there are none, or the password can no longer be read */
            usable: boolean;
            settings?: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "none" | "whereOffered" | "startTls" | "tls";
                username?: string;
                sender: string;
                replyTo?: string;
            };
            /** @description 0 where the page has kept nothing yet */
            version: number;
        };
        MailRehearsal: {
            to: string;
            lines: {
                /** @enum {string} */
                by: "server" | "us";
                text: string;
            }[];
            /**
             * @description Absent when the server took the message over
             * @enum {string}
             */
            fault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        OrganizationChartPerson: {
            /** Format: uuid */
            personId: string;
            name: string;
            function?: string;
            mandates: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            head?: boolean;
        };
        OrganizationChart: {
            day: string;
            services: {
                /** Format: uuid */
                id: string;
                name: string;
                /** Format: uuid */
                parentId?: string;
                seesPersonalData: boolean;
                headName?: string;
                headless: boolean;
                count: number;
                people: components["schemas"]["OrganizationChartPerson"][];
            }[];
            others: components["schemas"]["OrganizationChartPerson"][];
        };
        PersonMergeData: {
            /** Format: uuid */
            keptId: string;
            keptVersion: number;
            /** Format: uuid */
            goneId: string;
            goneVersion: number;
            values: components["schemas"]["PersonData"];
        };
        PersonDuplicates: {
            self: string;
            total: number;
            pageSize: number;
            items: {
                one: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    lastName: string;
                    firstName: string;
                    /** @enum {string} */
                    kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                    email?: string;
                    phone?: string;
                    reference?: string;
                };
                other: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    lastName: string;
                    firstName: string;
                    /** @enum {string} */
                    kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                    email?: string;
                    phone?: string;
                    reference?: string;
                };
                likenesses: ("name" | "email" | "phone")[];
            }[];
        };
        PersonMerges: {
            self: string;
            total: number;
            pageSize: number;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                keptId: string;
                keptName: string;
                goneName: string;
                mergedAt: string;
                mergedBy?: string;
                undoneAt?: string;
                /** @description The instant from which it can no longer be undone */
                undoUntil: string;
            }[];
        };
        PersonReferences: {
            items: {
                table: string;
                count: number;
            }[];
        };
        PersonMerged: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            keptId: string;
        };
        /**
         * @example {
         *       "frequency": "weekly",
         *       "weekday": 1,
         *       "hour": 8,
         *       "quietFrom": 20,
         *       "quietUntil": 7,
         *       "workdaysOnly": true
         *     }
         */
        ReminderSettings: {
            /** @enum {string} */
            frequency: "off" | "daily" | "weekly";
            weekday: number;
            hour: number;
            quietFrom: number;
            quietUntil: number;
            workdaysOnly: boolean;
        };
        /**
         * @example {
         *       "name": "Outlook"
         *     }
         */
        CalendarData: {
            name: string;
        };
        Reminders: {
            /** @enum {string} */
            frequency: "off" | "daily" | "weekly";
            weekday: number;
            hour: number;
            quietFrom: number;
            quietUntil: number;
            workdaysOnly: boolean;
            /** @description 0 while nothing was chosen */
            version: number;
            /** @description Whether mail can leave at all */
            mail: boolean;
            /** @description The day of the last digest */
            lastSent?: string;
        };
        Calendar: {
            /** Format: uuid */
            id: string;
            name: string;
            createdAt: string;
            /** @description The day a program last read it */
            readOn?: string;
            /** @description The secret address: said once, when it is made */
            address?: string;
        };
        /**
         * @example {
         *       "providerId": "01990000-0000-7000-8000-000000000001",
         *       "groupName": "cpas-informatique",
         *       "role": "itAgent"
         *     }
         */
        GroupMappingData: {
            /** Format: uuid */
            providerId: string;
            groupName: string;
            /** @enum {string} */
            role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
        };
        GroupMappings: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                providerId: string;
                groupName: string;
                /** @enum {string} */
                role: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
                /** @enum {string} */
                state: "applied" | "toAdd" | "toRemove";
            }[];
            total: number;
            pageSize: number;
            providers: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description False when it is not asked for groups */
                groups: boolean;
            }[];
            /** @description Last seen of those who sign in here */
            knownGroups: {
                /** Format: uuid */
                providerId: string;
                groupName: string;
            }[];
        };
        GroupMappingPreview: {
            /** @description Of all that is shown: what is applied is this and nothing else */
            digest: string;
            changes: {
                account: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    email: string;
                };
                gains: string[];
                loses: string[];
            }[];
            /** @description How many accounts change, shown or not */
            changed: number;
            /** @description How many accounts keep the roles that groups give them */
            unchanged: number;
            /** @description How many mappings wait to be applied */
            pending: number;
            /** @description Some of them give or take a role that only the director-general decides on */
            needsDirector: boolean;
        };
        GroupMappingTrial: {
            /** Format: uuid */
            providerId: string;
            groups: string[];
        };
        /**
         * @example {
         *       "name": "Compte communal",
         *       "preset": "entra",
         *       "issuer": "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
         *       "clientId": "beffroi",
         *       "emailDomains": [
         *         "cpas-exemple.be"
         *       ]
         *     }
         */
        ProviderData: {
            name: string;
            /** @enum {string} */
            preset: "entra" | "keycloak" | "csam" | "other";
            issuer: string;
            clientId: string;
            clientSecret?: string;
            /** @default openid email profile */
            scopes: string;
            groupsClaim?: string;
            /** @default [] */
            secondFactorValues: string[];
            /** @default [] */
            emailDomains: string[];
            /** @default 8 */
            sessionHours: number;
            /** @default true */
            enabled: boolean;
        };
        Provider: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            name: string;
            /** @enum {string} */
            preset: "entra" | "keycloak" | "csam" | "other";
            issuer: string;
            clientId: string;
            /** @description True when the server can no longer open the secret: it must be given again */
            secretLost: boolean;
            /** @description What the provider must know as the address to send people back to */
            redirectUri: string;
            scopes: string;
            groupsClaim?: string;
            secondFactorValues: string[];
            emailDomains: string[];
            sessionHours: number;
            enabled: boolean;
            /** @description How many accounts sign in by it */
            identities?: number;
        };
        Providers: {
            self: string;
            redirectBase: string;
            items: components["schemas"]["Provider"][];
            total: number;
            pageSize: number;
        };
        ProviderDeparture: {
            /** @description Where to send the browser */
            location: string;
        };
        /**
         * @example {
         *       "returnTo": "/"
         *     }
         */
        ProviderStart: {
            /** @description The page of ours to open afterwards */
            returnTo?: string;
        };
        Identities: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                email?: string;
                linkedAt: string;
            }[];
            total: number;
            pageSize: number;
            /** @description Providers by which one could sign in too */
            others: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @description Proved in this browser a moment ago, and nobody’s yet */
            pending?: {
                name: string;
                email?: string;
            };
        };
        /**
         * @example {
         *       "name": "Export du dimanche",
         *       "scopes": [
         *         "readRegisters"
         *       ],
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "days": 90
         *     }
         */
        TokenData: {
            name: string;
            scopes: ("readAll" | "readRegisters" | "readDocuments" | "readAudit" | "readSsin" | "writePeople")[];
            organizationIds: string[];
            /** @enum {number} */
            days: 30 | 90 | 365;
        };
        Token: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            organizationIds: string[];
            /** @enum {string} */
            state: "good" | "revoked" | "expired";
            createdAt: string;
            expiresAt: string;
            revokedAt?: string;
            /** @description The day, in Belgium */
            lastUsedOn?: string;
        };
        MadeToken: {
            /** Format: uuid */
            id: string;
            expiresAt: string;
            /** @description Shown here and never again */
            token: string;
        };
        OwnedToken: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            /** @enum {string} */
            state: "good" | "revoked" | "expired";
            createdAt: string;
            expiresAt: string;
            revokedAt?: string;
            /** @description The day, in Belgium */
            lastUsedOn?: string;
            centres: number;
            account: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
            };
        };
        /**
         * @example {
         *       "register": "person",
         *       "recordId": "01990000-0000-7000-8000-000000000001",
         *       "fields": [
         *         "phone"
         *       ]
         *     }
         */
        Editing: {
            /** @enum {string} */
            register: "organization" | "person" | "service" | "contract" | "mandate" | "candidacy" | "document" | "assessmentNorm" | "inspection" | "planAction" | "reportText";
            recordId: string;
            /** @default [] */
            fields: string[];
            /** @default false */
            done: boolean;
        };
        Editor: {
            name: string;
            since: string;
            fields: string[];
        };
        SearchHit: {
            id: string;
            /** Format: uuid */
            organizationId?: string;
            title: string;
            detail?: string;
            past?: boolean;
            page: string;
        };
        /**
         * @example {
         *       "text": "delvaux",
         *       "language": "fr"
         *     }
         */
        SearchRequest: {
            text?: string;
            recent?: {
                /** @enum {string} */
                group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
                id: string;
                /** Format: uuid */
                organizationId?: string;
            }[];
            /** Format: uuid */
            organizationId?: string;
            /**
             * @default fr
             * @enum {string}
             */
            language: "fr" | "nl" | "de" | "en";
        };
        SearchGroup: {
            /** @enum {string} */
            group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
            total: number;
            counted: boolean;
            near: boolean;
            tooShort: boolean;
            items: components["schemas"]["SearchHit"][];
            centres: {
                /** Format: uuid */
                organizationId: string;
                total: number;
            }[];
        };
        SearchAnswer: {
            groups: components["schemas"]["SearchGroup"][];
            recent: {
                id: string;
                /** Format: uuid */
                organizationId?: string;
                title: string;
                detail?: string;
                past?: boolean;
                page: string;
                /** @enum {string} */
                group: "people" | "documents" | "legal" | "norms" | "advice" | "council" | "plan";
            }[];
        };
        Publication: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            documentVersionId: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguage"];
            audience: {
                everybody: boolean;
                serviceIds: string[];
                mandateKinds: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
                personKinds: ("staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider")[];
                personIds: string[];
            };
            byMail: boolean;
            onPaper: boolean;
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            publishedAt: string;
            publishedBy?: string;
            endedOn?: string;
            /** @enum {string} */
            endReason?: "withdrawn" | "replaced";
            /** @enum {string} */
            state: "coming" | "open" | "late" | "complete" | "ended";
            recipients: number;
            confirmed: number;
            waiting: number;
            oldestSince?: string;
            can: {
                [key: string]: boolean;
            };
        };
        Publications: {
            self: string;
            items: components["schemas"]["Publication"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PublicationRecipient: {
            /** Format: uuid */
            id: string;
            personName: string;
            serviceName?: string;
            since: string;
            asked: boolean;
            /** @enum {string} */
            state: "waiting" | "confirmed";
            /** @enum {string} */
            reach: "account" | "mail" | "paper";
            writtenAt?: string;
            letters: number;
            fault?: string;
            /** Format: uuid */
            confirmationId?: string;
            confirmationVersion?: number;
            confirmedOn?: string;
            /** @enum {string} */
            how?: "account" | "link" | "paper";
            recordedBy?: string;
            /** Format: uuid */
            sheetId?: string;
        };
        PublicationRecipients: {
            self: string;
            items: components["schemas"]["PublicationRecipient"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        SignedSheet: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            file: string;
            name: string;
            size: number;
            receivedAt: string;
            confirmations: number;
        };
        SignedSheets: {
            self: string;
            items: components["schemas"]["SignedSheet"][];
            total: number;
            pageSize: number;
        };
        Reading: {
            /** Format: uuid */
            id: string;
            href: string;
            since: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguage"];
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            confirmedOn?: string;
            file: {
                name: string;
                size: number;
                /** @enum {string} */
                format: "pdf" | "docx";
            };
        };
        Readings: {
            self: string;
            items: components["schemas"]["Reading"][];
            total: number;
            pageSize: number;
        };
        LinkedReading: {
            centre: string;
            person: string;
            kind: string;
            /** Format: uuid */
            ownDocumentId?: string;
            title?: string;
            number: number;
            language: components["schemas"]["DocumentLanguage"];
            confirm: boolean;
            startsOn: string;
            dueOn?: string;
            message?: string;
            confirmedOn?: string;
            file: {
                name: string;
                size: number;
                /** @enum {string} */
                format: "pdf" | "docx";
            };
        };
        /**
         * @example {
         *       "token": "c2VjcmV0LW9mLWEtbGluay1zZW50LWJ5LW1haWw"
         *     }
         */
        ReadingLinkData: {
            token: string;
        };
        PublicationReach: {
            recipients: number;
            withAccount: number;
            withEmail: number;
            withNeither: number;
            mailWorks: boolean;
        };
        /**
         * @example {
         *       "audience": {
         *         "everybody": true,
         *         "serviceIds": [],
         *         "mandateKinds": [],
         *         "personKinds": [],
         *         "personIds": []
         *       },
         *       "startsOn": "2026-11-24"
         *     }
         */
        PublicationReachData: {
            audience: components["schemas"]["PublicationAudience"];
            startsOn: components["schemas"]["CivilDate"];
        };
        /**
         * @example {
         *       "personId": "01990000-0000-7000-8000-000000000001"
         *     }
         */
        ReadingLinkForData: {
            /** Format: uuid */
            personId: string;
        };
        SecurityPlatform: {
            members: {
                /** Format: uuid */
                personId: string;
                personName: string;
                kinds: ("president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "platformMember")[];
            }[];
            vacant: ("president" | "directorGeneral" | "adviser" | "itAgent")[];
            lastHeldOn?: string;
            nextHeldOn?: string;
            /** Format: uuid */
            nextId?: string;
            unapproved: number;
            openDecisions: number;
            lateDecisions: number;
            can: {
                [key: string]: boolean;
            };
        };
        PlatformMeetingSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            /** @enum {string} */
            state: "planned" | "prepared" | "approved";
            heldOn: string;
            startTime?: string;
            place?: string;
            preparedOn?: string;
            approvedOn?: string;
            can: {
                [key: string]: boolean;
            };
            points: number;
            decisions: number;
            openDecisions: number;
        };
        PlatformDecision: {
            /** Format: uuid */
            id: string;
            version: number;
            text: string;
            /** Format: uuid */
            personId?: string;
            personName?: string;
            /** @enum {string} */
            role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
            dueOn?: string;
            doneOn?: string;
            doneHow?: string;
            href: string;
            /** Format: uuid */
            meetingId: string;
            year: number;
            number: number;
            position: number;
            heldOn: string;
            title: string;
            late: boolean;
            can: {
                [key: string]: boolean;
            };
        };
        PlatformMeeting: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            /** @enum {string} */
            state: "planned" | "prepared" | "approved";
            heldOn: string;
            startTime?: string;
            place?: string;
            preparedOn?: string;
            approvedOn?: string;
            can: {
                [key: string]: boolean;
            };
            /** Format: uuid */
            calledById?: string;
            calledBy?: string;
            calledOn?: string;
            /** @enum {string} */
            approval?: "nextMeeting" | "present";
            approvedBy?: string;
            contentHash?: string;
            auditHead?: string;
            attendance: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                personId?: string;
                personName?: string;
                name?: string;
                capacity?: string;
                /** @enum {string} */
                presence?: "present" | "excused" | "absent";
            }[];
            points: {
                /** Format: uuid */
                id: string;
                title: string;
                minutes?: string;
                decision?: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    text: string;
                    /** Format: uuid */
                    personId?: string;
                    personName?: string;
                    /** @enum {string} */
                    role?: "president" | "directorGeneral" | "adviser" | "dpo" | "itAgent" | "itHead" | "localCorrespondent" | "archivist";
                    dueOn?: string;
                    doneOn?: string;
                    doneHow?: string;
                };
            }[];
            followUp: components["schemas"]["PlatformDecision"][];
            toApprove: {
                /** Format: uuid */
                id: string;
                number: number;
                year: number;
                heldOn: string;
            }[];
        };
        PlatformMeetings: {
            self: string;
            items: components["schemas"]["PlatformMeetingSummary"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlatformDecisions: {
            self: string;
            items: components["schemas"]["PlatformDecision"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlatformPreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        PlanOrigin: {
            /** @enum {string} */
            kind: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
            /** Format: uuid */
            id?: string;
            reference?: string;
            title?: string;
            path?: string;
        };
        PlanAction: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            number: number;
            title: string;
            description?: string;
            origins: components["schemas"]["PlanOrigin"][];
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            /** @enum {string} */
            ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            /** @enum {string} */
            priority: "high" | "normal" | "low";
            startOn?: string;
            dueOn?: string;
            /** @enum {string} */
            state: "planned" | "underWay" | "done" | "givenUp";
            late: boolean;
            progress: number;
            personDays: number;
            costs: components["schemas"]["PlanCostData"][];
            budgets: components["schemas"]["PlanBudgetData"][];
            repeatsMonths?: number;
            occurrence: number;
            doneOn?: string;
            doneHow?: string;
            /** Format: uuid */
            proofFileId?: string;
            givenUpOn?: string;
            givenUpReason?: string;
            createdOn: string;
            can: {
                [key: string]: boolean;
            };
        };
        PlanActions: {
            self: string;
            items: components["schemas"]["PlanAction"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "organizationId": "01990000-0000-7000-8000-000000000001",
         *       "actionId": "01990000-0000-7000-8000-000000000002",
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000003"
         *       ]
         *     }
         */
        PlanCopiesData: {
            /** Format: uuid */
            organizationId: string;
            /** Format: uuid */
            actionId: string;
            organizationIds: string[];
        };
        PlanCopies: {
            /** Format: uuid */
            id: string;
            copied: number;
        };
        NormTally: {
            norms: number;
            yes: number;
            partly: number;
            no: number;
            notApplicable: number;
            /** @description Without an answer that decides */
            open: number;
            /** @description Taken over from last year, to be confirmed */
            toConfirm: number;
            documentation?: number;
            implementation?: number;
        };
        AssessmentSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            framework: {
                id: string;
                version: string;
                title: components["schemas"]["Texts"];
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
            };
            level?: string;
            year: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            openedOn: components["schemas"]["CivilDate"];
            closesOn?: components["schemas"]["CivilDate"];
            preparedAt?: string;
            preparedBy?: string;
            validatedAt?: string;
            validatedBy?: string;
            submittedAt?: string;
            submittedBy?: string;
            acknowledgedOn?: components["schemas"]["CivilDate"];
            acknowledgement?: string;
            contentHash?: string;
            total: components["schemas"]["NormTally"];
            can: {
                [key: string]: boolean;
            };
        };
        Assessments: {
            self: string;
            items: components["schemas"]["AssessmentSummary"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        LiveFact: {
            id: string;
            room: string;
            /** @enum {string} */
            state: "true" | "stale" | "missing";
            title: {
                key: string;
                values?: {
                    [key: string]: string | number | {
                        date: components["schemas"]["CivilDate"];
                    } | {
                        word: string;
                    };
                };
            };
            on?: components["schemas"]["CivilDate"];
            until?: components["schemas"]["CivilDate"];
            path: string;
        };
        Evidence: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** @enum {string} */
            kind: "file" | "link" | "fact";
            /**
             * @description What it is worth today
             * @enum {string}
             */
            state: "valid" | "endsSoon" | "expired" | "stale" | "missing" | "gone";
            title?: string;
            url?: string;
            file?: {
                href: string;
                name: string;
                size: number;
            };
            factId?: string;
            /** @description As the registers know it today; absent where no room tells it any more */
            fact?: components["schemas"]["LiveFact"];
            validUntil?: components["schemas"]["CivilDate"];
            addedOn: components["schemas"]["CivilDate"];
            addedBy?: string;
        };
        AssessmentNorm: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            assessmentId: string;
            chapterId: string;
            norm: components["schemas"]["Norm"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @description How many guidelines make it fulfilled */
            needs?: number;
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
            /** @enum {string} */
            result?: "yes" | "partly" | "no" | "notApplicable";
            byProfile: boolean;
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            toConfirm: boolean;
            normChanged: boolean;
            /** @description What last year said */
            before?: {
                year: number;
                answers: {
                    [key: string]: boolean;
                };
                /** @enum {string} */
                answer?: "yes" | "partly" | "no" | "notApplicable";
                reason?: string;
                documentation?: number;
                implementation?: number;
                comment?: string;
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
            };
            evidence: components["schemas"]["Evidence"][];
            /** @description Facts that usually prove it, as they are today */
            facts: components["schemas"]["LiveFact"][];
            can: {
                [key: string]: boolean;
            };
        };
        AssessmentNorms: {
            self: string;
            items: components["schemas"]["AssessmentNorm"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OwnNorm: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            /** Format: uuid */
            assessmentId: string;
            chapterId: string;
            norm: components["schemas"]["Norm"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            /** @description How many guidelines make it fulfilled */
            needs?: number;
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            answer?: "yes" | "partly" | "no" | "notApplicable";
            reason?: string;
            documentation?: number;
            implementation?: number;
            comment?: string;
            /** @enum {string} */
            result?: "yes" | "partly" | "no" | "notApplicable";
            byProfile: boolean;
            /** Format: uuid */
            ownerId?: string;
            ownerName?: string;
            toConfirm: boolean;
            normChanged: boolean;
            /** @description What last year said */
            before?: {
                year: number;
                answers: {
                    [key: string]: boolean;
                };
                /** @enum {string} */
                answer?: "yes" | "partly" | "no" | "notApplicable";
                reason?: string;
                documentation?: number;
                implementation?: number;
                comment?: string;
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
            };
            evidence: components["schemas"]["Evidence"][];
            /** @description Facts that usually prove it, as they are today */
            facts: components["schemas"]["LiveFact"][];
            can: {
                [key: string]: boolean;
            };
            assessment: {
                year: number;
                title: components["schemas"]["Texts"];
                closesOn?: components["schemas"]["CivilDate"];
            };
            chapterTitle: components["schemas"]["Texts"];
        };
        OwnNorms: {
            self: string;
            items: components["schemas"]["OwnNorm"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        Assessment: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            framework: {
                id: string;
                version: string;
                title: components["schemas"]["Texts"];
                /** @enum {string} */
                scale: "guidelines" | "answers" | "maturity";
            };
            level?: string;
            year: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            openedOn: components["schemas"]["CivilDate"];
            closesOn?: components["schemas"]["CivilDate"];
            preparedAt?: string;
            preparedBy?: string;
            validatedAt?: string;
            validatedBy?: string;
            submittedAt?: string;
            submittedBy?: string;
            acknowledgedOn?: components["schemas"]["CivilDate"];
            acknowledgement?: string;
            contentHash?: string;
            total: components["schemas"]["NormTally"];
            can: {
                [key: string]: boolean;
            };
            chapters: {
                id: string;
                title: components["schemas"]["Texts"];
                norms: number;
                yes: number;
                partly: number;
                no: number;
                notApplicable: number;
                /** @description Without an answer that decides */
                open: number;
                /** @description Taken over from last year, to be confirmed */
                toConfirm: number;
                documentation?: number;
                implementation?: number;
                before?: components["schemas"]["NormTally"];
            }[];
            before?: {
                /** Format: uuid */
                id: string;
                year: number;
                frameworkVersion: string;
                total: components["schemas"]["NormTally"];
            };
            owners: {
                /** Format: uuid */
                personId: string;
                name: string;
                norms: number;
                waiting: number;
            }[];
            /** @description Not, or only partly, fulfilled */
            weak: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["Texts"];
                /** @enum {string} */
                result: "partly" | "no";
                /** @enum {string} */
                movement?: "better" | "worse" | "same";
            }[];
            better: number;
            worse: number;
            /** @description Norms whose text is another than last year: their answers were not taken over */
            changed: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["Texts"];
            }[];
            /** @description Norms of last year that the framework no longer has */
            gone: {
                normId: string;
                title: components["schemas"]["Texts"];
            }[];
            /** @description Evidence that no longer proves, or ends soon */
            failing: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["Texts"];
                evidence: components["schemas"]["Evidence"];
            }[];
        };
        /**
         * @example {
         *       "closesOn": "2027-02-28"
         *     }
         */
        AssessmentPatch: {
            closesOn?: components["schemas"]["CivilDate"] | null;
        };
        AssessmentLife: {
            version: number;
            /** @enum {string} */
            state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
            /** @description What waits before it is prepared */
            gaps: {
                open: number;
                toConfirm: number;
                failing: number;
            };
            /** @description With which it was sent back */
            remark?: {
                text: string;
                at: string;
                by?: string;
            };
            correctionReason?: string;
            /** @description Better or worse than the year before */
            moved: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["Texts"];
                /** @enum {string} */
                before: "yes" | "partly" | "no" | "notApplicable";
                /** @enum {string} */
                now: "yes" | "partly" | "no" | "notApplicable";
                /** @enum {string} */
                movement: "better" | "worse";
            }[];
            unanswered: {
                /** Format: uuid */
                id: string;
                normId: string;
                chapterId: string;
                title: components["schemas"]["Texts"];
            }[];
            submissions: {
                /** Format: uuid */
                id: string;
                round: number;
                reason?: string;
                submittedAt: string;
                submittedBy?: string;
                contentHash: string;
                acknowledgedOn?: components["schemas"]["CivilDate"];
                acknowledgement?: string;
            }[];
            can: {
                [key: string]: boolean;
            };
        };
        AssessmentPreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        /**
         * @example {
         *       "frameworkId": "bcss-minimum",
         *       "year": 2026,
         *       "normId": "12.1",
         *       "organizationIds": [
         *         "01990000-0000-7000-8000-000000000001"
         *       ],
         *       "given": {
         *         "answers": {
         *           "a": true
         *         },
         *         "comment": "Hébergement commun du groupement"
         *       }
         *     }
         */
        SharedAnswerData: {
            frameworkId: string;
            year: number;
            normId: string;
            organizationIds: string[];
            given: components["schemas"]["NormAnswerData"];
            link?: {
                /** Format: uri */
                url: string;
                title?: string;
            };
        };
        NormHeat: {
            /** @description What there is to look at, the newest first */
            years: {
                frameworkId: string;
                title: components["schemas"]["Texts"];
                year: number;
                centres: number;
            }[];
            frameworkId?: string;
            year?: number;
            title?: components["schemas"]["Texts"];
            chapters: {
                id: string;
                title: components["schemas"]["Texts"];
            }[];
            centres: {
                /** Format: uuid */
                organizationId: string;
                slug: string;
                name: {
                    [key: string]: string;
                };
                municipality: string;
                /** Format: uuid */
                assessmentId?: string;
                /** @enum {string} */
                state?: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
                yes: number;
                asked: number;
                open: number;
                /** @description By chapter: norms fulfilled, norms asked */
                chapters: {
                    [key: string]: (number)[];
                };
            }[];
            /** @description Norms that most centres do not fulfil */
            weakest: {
                normId: string;
                chapterId?: string;
                title: components["schemas"]["Texts"];
                no: number;
                partly: number;
            }[];
        };
        SharedNorm: {
            frameworkId: string;
            year: number;
            norm: components["schemas"]["Norm"];
            /** @enum {string} */
            scale: "guidelines" | "answers" | "maturity";
            needs?: number;
            centres: {
                /** Format: uuid */
                organizationId: string;
                slug: string;
                municipality: string;
                /** @enum {string} */
                state: "opened" | "prepared" | "validated" | "submitted" | "acknowledged";
                /** @enum {string} */
                result?: "yes" | "partly" | "no" | "notApplicable";
                comment?: string;
                /** @description Whether the caller may answer it there today */
                can: boolean;
            }[];
        };
        AuditorAccesses: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                name?: string;
                from?: string;
                until?: string;
                /** @enum {string} */
                state: "invited" | "expired" | "coming" | "running" | "ended" | "withdrawn";
                /**
                 * Format: uuid
                 * @description The access itself, among the members
                 */
                memberId?: string;
            }[];
            total: number;
            pageSize: number;
        };
        AuditorAccessGiven: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once, where no mail server took it: to be passed on by oneself */
            link?: string;
            /** @enum {string} */
            mailFault?: "notConfigured" | "notFound" | "refused" | "timeout" | "notSmtp" | "noTls" | "certificate" | "authentication" | "sender" | "recipient" | "message" | "unknown";
        };
        PlanYear: {
            year: number;
            actions: number;
            done: number;
            late: number;
            personDays: number;
            oneOff: number;
            yearly: number;
            asked: number;
            adopted: number;
            articles: {
                article: string;
                oneOff: number;
                yearly: number;
            }[];
        };
        PlanChange: {
            /** @enum {string} */
            kind: "added" | "done" | "slipped" | "late" | "changed" | "givenUp" | "gone";
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            from?: string;
            to?: string;
        };
        PlanVersion: {
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            year: number;
            number: number;
            name: string;
            /** @enum {string} */
            language: "fr" | "nl" | "de";
            introduction?: string;
            /** @enum {string} */
            state: "drafted" | "submitted" | "approved" | "refused";
            draftedOn: string;
            submittedOn?: string;
            decidedOn?: string;
            decisionNumber?: string;
            contentHash?: string;
            auditHead?: string;
            can: {
                [key: string]: boolean;
            };
        };
        PlanVersions: {
            self: string;
            items: components["schemas"]["PlanVersion"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PlanPreview: {
            title: string;
            html: string;
            contentHash: string;
        };
        PlanOverview: {
            year: number;
            years: components["schemas"]["PlanYear"][];
            lines: {
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                /** @enum {string} */
                priority: "high" | "normal" | "low";
                /** @enum {string} */
                state: "planned" | "underWay" | "done" | "givenUp";
                late: boolean;
                progress: number;
                startOn?: string;
                dueOn?: string;
                doneOn?: string;
                ownerName?: string;
                /** @enum {string} */
                ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
                origins: ("norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council")[];
                years: number[];
            }[];
            open: number;
            late: number;
            unanswered: number;
            next: {
                year: number;
                leavesOn: string;
                /** @enum {string} */
                state: "none" | "drafted" | "submitted" | "approved" | "refused";
                /** Format: uuid */
                versionId?: string;
            };
            leave: {
                month: number;
                day: number;
                own: boolean;
            };
            approved?: {
                /** Format: uuid */
                id: string;
                name: string;
                decidedOn: string;
            };
            changes: components["schemas"]["PlanChange"][];
            can: {
                [key: string]: boolean;
            };
        };
        Plans: {
            centres: {
                /** Format: uuid */
                organizationId: string;
                open: number;
                late: number;
                unanswered: number;
                approvedYear?: number;
                nextYear: number;
                leavesOn: string;
                submitted: boolean;
            }[];
            late: number;
            slips: {
                /** Format: uuid */
                organizationId: string;
                /** Format: uuid */
                id: string;
                number: number;
                title: string;
                dueOn: string;
                /** @enum {string} */
                priority: "high" | "normal" | "low";
                progress: number;
                ownerName?: string;
                /** @enum {string} */
                ownerRole?: "directorGeneral" | "adviser" | "deputyAdviser" | "dpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "financeDirector" | "localCorrespondent" | "archivist" | "president";
            }[];
        };
        /**
         * @example {
         *       "status": "UP"
         *     }
         */
        Health: {
            /** @enum {string} */
            status: "UP" | "DEGRADED" | "DOWN";
        };
        SetUpToken: {
            token: string;
        };
        ApplicationRequest: {
            /** Format: uuid */
            challenge: string;
            key: string;
            uri: string;
        };
        /** @description Shown this once */
        FactorAdded: {
            recoveryCodes?: string[];
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        MePatch: {
            language?: components["schemas"]["Language"];
            idleMinutes?: number;
        };
        Sessions: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                createdAt: string;
                lastSeenAt: string;
                device?: string;
                current: boolean;
            }[];
            total: number;
            pageSize: number;
        };
        SignIns: {
            self: string;
            items: components["schemas"]["SignInEvent"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        PasswordResetRequest: {
            email: unknown;
        };
        PasswordResetOwner: {
            email: string;
        };
        PasswordChoice: {
            token: string;
            password: string;
        };
        AddressChangeAsked: {
            /** @description False where the administrator must pass the link on */
            mailed: boolean;
        };
        AddressConfirmed: {
            address: string;
        };
        AddressBroughtBack: {
            address: string;
        };
        AddressUndone: {
            token: string;
        };
        Organizations: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                href: string;
                slug: string;
                name: components["schemas"]["LocalizedText"];
                municipality: string;
                /** @enum {string} */
                region: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
                /** @enum {string} */
                documentLanguage: "fr" | "nl" | "de";
                people: number;
                pool?: string;
                roles: string[];
            }[];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OrganizationPatch: {
            [key: string]: unknown;
        };
        Pools: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                name: string;
                form: string;
                members: number;
            }[];
            total: number;
            pageSize: number;
        };
        PoolCreated: {
            /** Format: uuid */
            id: string;
        };
        PoolMembershipData: {
            /** Format: uuid */
            poolId: string;
            start: components["schemas"]["CivilDate"];
        };
        Person: {
            lastName: string;
            firstName: string;
            /** @enum {string} */
            kind: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
            reference?: string;
            /** @enum {string} */
            title?: "madam" | "sir";
            language?: components["schemas"]["Language"];
            email?: string;
            phone?: string;
            ssin?: string;
            employer?: string;
            note?: string;
            function?: string;
            serviceId?: string;
            serviceName?: string;
            contractStart?: string;
            contractEnd?: string;
            /** @enum {string} */
            state?: "present" | "coming" | "gone" | "noContract";
            mandates?: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        People: {
            self: string;
            items: components["schemas"]["Person"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "text": "delvaux"
         *     }
         */
        PersonSearch: {
            text: string;
        };
        PersonPatch: {
            [key: string]: unknown;
        };
        Service: {
            name: string;
            /** @enum {string} */
            kind: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
            /** Format: uuid */
            parentId?: string;
            /** Format: uuid */
            headId?: string;
            seesPersonalData: boolean;
            headName?: string;
            parentName?: string;
            people?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        Services: {
            self: string;
            items: components["schemas"]["Service"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ServicePatch: {
            [key: string]: unknown;
        };
        Contract: {
            personId: string;
            serviceId?: string;
            /** @enum {string} */
            kind: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
            function: string;
            start: string;
            end?: string;
            weeklyHours?: number;
            suspensions?: {
                start: string;
                end?: string;
                /** @enum {string} */
                reason?: "illness" | "parental" | "careerBreak" | "disciplinary" | "unpaidLeave" | "other";
            }[];
            accountsClosedOn?: string;
            personName?: string;
            serviceName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        Contracts: {
            self: string;
            items: components["schemas"]["Contract"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        ContractPatch: {
            [key: string]: unknown;
        };
        Mandate: {
            personId: string;
            /** @enum {string} */
            kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            start: string;
            end?: string;
            decidedOn?: string;
            decisionNumber?: string;
            federalServiceNotifiedOn?: string;
            authorityNotifiedOn?: string;
            weeklyHours?: number;
            personName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        Mandates: {
            self: string;
            items: components["schemas"]["Mandate"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        MandatePatch: {
            [key: string]: unknown;
        };
        Candidacy: {
            personId: string;
            /** @enum {string} */
            function: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo";
            studies?: unknown;
            career?: unknown;
            outsideFunctions?: unknown;
            knowledge?: unknown;
            weeklyHours?: number;
            conditions?: unknown;
            sentOn?: string;
            outcome: string;
            outcomeOn?: string;
            personName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        Candidacies: {
            self: string;
            items: components["schemas"]["Candidacy"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        CandidacyPatch: {
            [key: string]: unknown;
        };
        PeopleOverview: {
            people: {
                present: number;
                coming: number;
                gone: number;
                noContract: number;
            };
            services: number;
            headless: {
                id: string;
                name: string;
            }[];
            withoutService: number;
            vacant: ("president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember")[];
            heldTwice: {
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "adviser" | "dpo";
                holders: {
                    personId: string;
                    personName: string;
                }[];
            }[];
            undecided: {
                mandateId: string;
                personId: string;
                personName: string;
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
            }[];
            notNotified: {
                mandateId: string;
                personName: string;
                /** @enum {string} */
                kind: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                /** @enum {string} */
                to: "federalService" | "authority";
            }[];
            incompatibilities: {
                rule: string;
                personId: string;
                personName: string;
                since: string;
                source: string;
            }[];
        };
        CorrectionAsked: {
            /** Format: uuid */
            id: string;
        };
        PlatformMeetingPatch: {
            [key: string]: unknown;
        };
        PlatformDecisionPatch: {
            [key: string]: unknown;
        };
        PlanActionPatch: {
            [key: string]: unknown;
        };
        OwnActionPatch: {
            [key: string]: unknown;
        };
        AdvicePatch: {
            [key: string]: unknown;
        };
        Inspection: {
            title: string;
            /** @enum {string} */
            kind: "complete" | "partial";
            clockReason?: string;
            framework?: string;
            chapters: string[];
            serviceIds: string[];
            scope?: string;
            /** @enum {string} */
            auditorKind: "internal" | "external";
            /** Format: uuid */
            auditorId?: string;
            auditorName?: string;
            auditorFirm?: string;
            plannedOn?: components["schemas"]["CivilDate"];
            heldOn?: components["schemas"]["CivilDate"];
            heldUntil?: components["schemas"]["CivilDate"];
            reportOn?: components["schemas"]["CivilDate"];
            summary?: string;
            fileId?: string;
            fileName?: string;
            auditor?: string;
            /** @enum {string} */
            state?: "planned" | "held" | "reported" | "followedUp";
            findings?: number;
            openFindings?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        Inspections: {
            self: string;
            items: components["schemas"]["Inspection"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        InspectionPatch: {
            [key: string]: unknown;
        };
        InspectionFinding: {
            /** Format: uuid */
            inspectionId: string;
            /** @enum {string} */
            severity: "critical" | "major" | "minor" | "remark";
            norm?: string;
            text: string;
            recommendation?: string;
            /** @enum {string} */
            outcome: "open" | "remedied" | "notFollowed";
            outcomeOn?: components["schemas"]["CivilDate"];
            outcomeNote?: string;
            number: number;
            inspection?: string;
            heldOn?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        InspectionFindings: {
            self: string;
            items: components["schemas"]["InspectionFinding"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        InspectionFindingPatch: {
            [key: string]: unknown;
        };
        FormalAuditClock: {
            /** @description The last day of the latest audit that counts */
            lastOn?: string;
            /** @description From when the years are counted: that day, or when the clocks of the centre began to be followed */
            countedFrom: string;
            dueOn: string;
            /** @description For when the next one is planned */
            nextOn?: string;
            /** Format: uuid */
            nextId?: string;
        };
        NetworkNotice: {
            /** @enum {string} */
            authority: "bcss" | "federalService";
            /** @enum {string} */
            kind: "warning" | "suspension";
            receivedOn: components["schemas"]["CivilDate"];
            reference?: string;
            subject: string;
            text?: string;
            deadlineOn?: components["schemas"]["CivilDate"];
            fileId?: string;
            fileName?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        NetworkNotices: {
            self: string;
            items: components["schemas"]["NetworkNotice"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        NetworkNoticePatch: {
            [key: string]: unknown;
        };
        NetworkStep: {
            /** Format: uuid */
            noticeId: string;
            /** @enum {string} */
            kind: "answer" | "extension" | "suspension" | "restoration" | "lifting";
            happenedOn: components["schemas"]["CivilDate"];
            reference?: string;
            deadlineOn?: components["schemas"]["CivilDate"];
            text?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        NetworkSteps: {
            self: string;
            items: components["schemas"]["NetworkStep"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        NetworkStepPatch: {
            [key: string]: unknown;
        };
        NetworkAccess: {
            /** @enum {string} */
            state: "open" | "warned" | "suspended";
            notices: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                authority: "bcss" | "federalService";
                /** @enum {string} */
                kind: "warning" | "suspension";
                subject: string;
                receivedOn: string;
                /** @enum {string} */
                state: "warned" | "suspended" | "lifted";
                deadlineOn?: string;
                answeredOn?: string;
                suspendedOn?: string;
                liftedOn?: string;
                /** @description The day for the answer has passed and none was sent */
                late: boolean;
            }[];
        };
        PlanVersionPatch: {
            [key: string]: unknown;
        };
        CouncilSitting: {
            /** @enum {string} */
            organ: "council" | "permanentBureau" | "specialCommittee";
            heldOn: string;
            startTime?: string;
            place?: string;
            cancelledOn?: string;
            cancelReason?: string;
            /** @description Days on which it was to be held before it was moved */
            formerDates: string[];
            /** @enum {string} */
            state?: "coming" | "toRecord" | "held" | "cancelled";
            items?: number;
            /** @description Items without a result */
            open?: number;
            /** @enum {string} */
            monthly?: "nihil" | "noted" | "presented" | "ready" | "draft";
            /** @description References of its deliberations */
            decisions?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        CouncilSittings: {
            self: string;
            items: components["schemas"]["CouncilSitting"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        CouncilSittingPatch: {
            [key: string]: unknown;
        };
        CouncilItemPatch: {
            [key: string]: unknown;
        };
        CouncilNotePatch: {
            [key: string]: unknown;
        };
        InfringementPatch: {
            [key: string]: unknown;
        };
        InfringementActionPatch: {
            [key: string]: unknown;
        };
        LegalTexts: {
            self: string;
            items: components["schemas"]["LegalText"][];
            total: number;
            pageSize: number;
        };
        AssessmentNormPatch: {
            [key: string]: unknown;
        };
        OwnNormPatch: {
            [key: string]: unknown;
        };
        Nothing: Record<string, never>;
        AssessmentNormEvidencePatch: {
            [key: string]: unknown;
        };
        OwnNormEvidencePatch: {
            [key: string]: unknown;
        };
        AuditEntries: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                at: string;
                actorKind: string;
                actorId?: string;
                actorName?: string;
                action: string;
                table: string;
                recordId: string;
                recordVersion?: number;
                fields?: {
                    before?: {
                        [key: string]: unknown;
                    };
                    after?: {
                        [key: string]: unknown;
                    };
                    /** @description The personal token of the program */
                    token?: string;
                };
                erasedAt?: string;
                /** @description What the record is called */
                label?: {
                    kind?: string;
                    name?: string;
                    number?: number;
                };
                /** @description What the records are called that the fields cite, by their ids */
                names: {
                    [key: string]: {
                        kind?: string;
                        name?: string;
                        number?: number;
                    };
                };
            }[];
            total?: number;
            pageSize: number;
            next?: string;
            head?: components["schemas"]["AuditHead"];
        };
        OwnDocument: {
            title: string;
            /** @enum {string} */
            category: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            language: components["schemas"]["DocumentLanguage"];
            inPolicy: boolean;
            yearlyReview: boolean;
            note?: string;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        OwnDocuments: {
            self: string;
            items: components["schemas"]["OwnDocument"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        OwnDocumentPatch: {
            [key: string]: unknown;
        };
        DocumentationEntry: {
            title: string;
            /** @enum {string} */
            kind: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
            source?: string;
            datedOn?: components["schemas"]["CivilDate"];
            receivedOn?: components["schemas"]["CivilDate"];
            note?: string;
            address?: string;
            legalTexts: string[];
            norms: string[];
            fileId?: string;
            fileName?: string;
            fileSize?: number;
            /** Format: uuid */
            id: string;
            version: number;
            href: string;
            can: {
                [key: string]: boolean;
            };
        };
        DocumentationEntries: {
            self: string;
            items: components["schemas"]["DocumentationEntry"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        /**
         * @example {
         *       "text": "delvaux"
         *     }
         */
        DocumentationEntrySearch: {
            text: string;
        };
        DocumentationEntryPatch: {
            [key: string]: unknown;
        };
        RecordedConfirmations: {
            recorded: number;
        };
        QueuedReminders: {
            letters: number;
            mailWorks: boolean;
        };
        ReadingLink: {
            link: string;
        };
        MyTokens: {
            self: string;
            items: components["schemas"]["Token"][];
            total: number;
            pageSize: number;
        };
        OwnedTokens: {
            self: string;
            items: components["schemas"]["OwnedToken"][];
            total?: number;
            pageSize: number;
            next?: string;
        };
        SignInProviders: {
            self: string;
            items: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            total: number;
            pageSize: number;
        };
        IdentityStart: {
            /** Format: uuid */
            providerId: string;
        };
        ProviderPatch: {
            [key: string]: unknown;
        };
        GroupMappingMade: {
            /** Format: uuid */
            id: string;
        };
        GroupMappingTrialResult: {
            wanted: string[];
            applied: string[];
        };
        GroupMappingApplication: {
            digest: string;
        };
        Calendars: {
            self: string;
            items: components["schemas"]["Calendar"][];
            total: number;
            pageSize: number;
        };
        AccountSearch: {
            text: string;
        };
        LinkShown: {
            link: string;
        };
        Editors: {
            others: components["schemas"]["Editor"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpTokenInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lockSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Factors"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorAdded"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationRequest"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetMemberFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetAccountFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MePatchInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignIns: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "at" | "-at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIns"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequestInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTokenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetOwner"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choosePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChoiceInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askAddressChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressChangeAsked"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAddressChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTokenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressConfirmed"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAddressUndo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTokenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressBroughtBack"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTokenInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTokenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressUndone"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "municipality" | "-municipality";
                region?: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
                poolId?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organizations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCreationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOrganizations: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "municipality" | "-municipality";
                region?: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
                poolId?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OrganizationPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pools"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoolDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolCreated"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoolMembershipDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFirstSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObligations: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "due" | "-due";
                state?: "overdue" | "week" | "waiting" | "later";
                room?: string;
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summarizeObligations: {
        parameters: {
            query?: {
                /** @description So many lines of each state that presses */
                first?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationSummary"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObligationsOfOrganization: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "due" | "-due";
                state?: "overdue" | "week" | "waiting" | "later";
                room?: string;
                role?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summarizeObligationsOfOrganization: {
        parameters: {
            query?: {
                /** @description So many lines of each state that presses */
                first?: number;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationSummary"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSettingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                rule: "breachToAuthority" | "breachToPersons" | "dataSubjectAnswer" | "dataSubjectAnswerExtended" | "dpoAppointed" | "dpoToAuthority" | "adviceDecision" | "adviceTold" | "adviceAsked" | "infringementAction" | "annualReport" | "adviserAppointed" | "directionAppointed" | "questionnaire" | "answersConfirmed" | "evidenceRenewed" | "questionnaireValidated" | "questionnaireAcknowledged" | "appointmentDecided" | "appointmentToFederalService" | "candidacyToFederalService" | "candidacyAnswer" | "deputyAppointed" | "serviceHeaded" | "policyVerified" | "formalAudit" | "auditReport" | "findingAction" | "auditorAccess" | "networkDeadline" | "networkAnswer" | "networkRestored" | "planToCouncil" | "councilItem" | "councilNoteReady" | "councilResult" | "documentApproved" | "reviewAnswered" | "publishedRead" | "draftDecided" | "profileAnswered" | "platformDecision" | "planAction" | "planBudget" | "platformMeeting" | "backupRepaired" | "accountsDisabled" | "accountsSuspended" | "mailboxClosed" | "traineeAccountsEnded" | "accessReviewed" | "inventoryReviewed" | "emergencyPowerTested" | "alarmsChecked" | "backupsMade" | "backupsChecked" | "restoreExercised" | "serviceRestarted" | "accessLogsKept" | "investigationLogsKept" | "consultationLogsKept" | "archiveKept" | "undertakingSigned" | "proceduresToCouncil" | "updatesInstalled" | "loggingAnnounced" | "theftTold" | "archivesMade" | "archivesDestroyed" | "opticalMediaRenewed" | "disasterPlanOutside" | "subcontractorClause" | "mailboxOfAbsent" | "poolMeeting" | "nis2EarlyWarning" | "nis2Notification" | "nis2FinalReport";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name" | "service" | "-service" | "since" | "-since";
                kind?: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                serviceId?: string;
                state?: "present" | "coming" | "gone" | "noContract";
                mandate?: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                missing?: "service" | "email";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchPeople: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name" | "service" | "-service" | "since" | "-since";
                kind?: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                serviceId?: string;
                state?: "present" | "coming" | "gone" | "noContract";
                mandate?: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                missing?: "service" | "email";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSearchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "name" | "-name" | "service" | "-service" | "since" | "-since";
                kind?: "staff" | "trainee" | "apprentice" | "student" | "volunteer" | "councilMember" | "meetingAttendee" | "outsider";
                serviceId?: string;
                state?: "present" | "coming" | "gone" | "noContract";
                mandate?: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                missing?: "service" | "email";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PersonPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServices: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name";
                kind?: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
                headless?: "true";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createService: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportServices: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "name" | "-name";
                kind?: "management" | "social" | "administration" | "finance" | "it" | "restHome" | "homeCare" | "integration" | "other";
                headless?: "true";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ServicePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContracts: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "start" | "-start" | "end" | "-end";
                personId?: string;
                serviceId?: string;
                kind?: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
                on?: components["schemas"]["CivilDateInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contracts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createContract: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContractDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContracts: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "start" | "-start" | "end" | "-end";
                personId?: string;
                serviceId?: string;
                kind?: "statutory" | "permanent" | "fixedTerm" | "replacement" | "traineeship" | "apprenticeship" | "studentJob" | "volunteering" | "mission";
                on?: components["schemas"]["CivilDateInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ContractPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMandates: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "kind" | "-kind" | "name" | "-name" | "start" | "-start";
                personId?: string;
                kind?: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                on?: components["schemas"]["CivilDateInput"];
                state?: "inOffice" | "coming" | "ended";
                missing?: "decision" | "federalServiceNotice" | "authorityNotice";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMandate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMandates: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "kind" | "-kind" | "name" | "-name" | "start" | "-start";
                personId?: string;
                kind?: "president" | "directorGeneral" | "financeDirector" | "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "itHead" | "itAgent" | "itSecurityOfficer" | "localCorrespondent" | "archivist" | "reception" | "platformMember" | "councilMember";
                on?: components["schemas"]["CivilDateInput"];
                state?: "inOffice" | "coming" | "ended";
                missing?: "decision" | "federalServiceNotice" | "authorityNotice";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MandatePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mandate"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCandidacies: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "sentOn" | "-sentOn";
                personId?: string;
                outcome?: "pending" | "favorable" | "conditional" | "unfavorable";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidacies"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCandidacy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidacyDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidacy"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCandidacies: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "sentOn" | "-sentOn";
                personId?: string;
                outcome?: "pending" | "favorable" | "conditional" | "unfavorable";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCandidacy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidacy"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCandidacy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCandidacy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CandidacyPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Candidacy"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeopleOverview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleOverview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDuplicates"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countReferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonReferences"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonMerges"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonMergeDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonMerged"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnData"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOwnData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnCorrectionRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionRequests"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequestDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionAsked"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCorrectionRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionRequests"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionAnswerInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganizationChart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationChart"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOrganizationChart: {
        parameters: {
            query?: {
                format?: "pdf" | "svg";
                paper?: "a4" | "a3";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecurityPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPlatform"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlatformMeetings: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "heldOn" | "-heldOn";
                year?: number;
                state?: "planned" | "prepared" | "approved";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformMeetings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlatformMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformMeetingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformMeeting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlatformMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformMeeting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlatformMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePlatformMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PlatformMeetingPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformMeeting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlatformDecisions: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "dueOn" | "-dueOn" | "heldOn" | "-heldOn";
                state?: "open" | "late" | "done";
                meetingId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDecisions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePlatformDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PlatformDecisionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDecision"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPlatformMeeting: {
        parameters: {
            query?: {
                document?: "minutes" | "convocation";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPlatformMeeting: {
        parameters: {
            query?: {
                document?: "minutes" | "convocation";
                language?: components["schemas"]["DocumentLanguageInput"];
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvePlatformMinutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformApprovalDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanActions: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "dueOn" | "-dueOn" | "number" | "-number" | "title" | "-title" | "priority" | "-priority";
                state?: "open" | "late" | "planned" | "underWay" | "done" | "givenUp";
                priority?: "high" | "normal" | "low";
                originKind?: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
                originId?: string;
                mine?: "true";
                year?: number;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanActions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlanAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanActionDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAction"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPlanActions: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "dueOn" | "-dueOn" | "number" | "-number" | "title" | "-title" | "priority" | "-priority";
                state?: "open" | "late" | "planned" | "underWay" | "done" | "givenUp";
                priority?: "high" | "normal" | "low";
                originKind?: "norm" | "finding" | "advice" | "incident" | "risk" | "meeting" | "council";
                originId?: string;
                mine?: "true";
                year?: number;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlanAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAction"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlanAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePlanAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PlanActionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAction"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnActions: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "dueOn" | "-dueOn";
                state?: "open" | "late" | "planned" | "underWay" | "done" | "givenUp";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanActions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOwnAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OwnActionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAction"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copyPlanAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCopiesDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCopies"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdviceOverview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceOverview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdvices: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "number" | "-number" | "sentOn" | "-sentOn" | "dueOn" | "-dueOn" | "subject" | "-subject";
                year?: number;
                state?: "asked" | "draft" | "sent" | "decided" | "withdrawn";
                outcome?: "follow" | "followInPart" | "depart";
                timing?: "waiting" | "waitingLate" | "inTime" | "late";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advices"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAdvice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAdvices: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "number" | "-number" | "sentOn" | "-sentOn" | "dueOn" | "-dueOn" | "subject" | "-subject";
                year?: number;
                state?: "asked" | "draft" | "sent" | "decided" | "withdrawn";
                outcome?: "follow" | "followInPart" | "depart";
                timing?: "waiting" | "waitingLate" | "inTime" | "late";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestAdvice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceRequestDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AdvicePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAdvice: {
        parameters: {
            query?: {
                document?: "advice" | "decision";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvicePreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAdvice: {
        parameters: {
            query?: {
                document?: "advice" | "decision";
                language?: components["schemas"]["DocumentLanguageInput"];
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAdviceRegister: {
        parameters: {
            query: {
                year: number;
                language?: components["schemas"]["DocumentLanguageInput"];
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceSendingDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonedDecisionDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceTellingDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceWithdrawalDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInspections: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "recent" | "-recent" | "title" | "-title";
                state?: "planned" | "held" | "reported" | "followedUp";
                kind?: "complete" | "partial";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspections"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInspection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportInspections: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "recent" | "-recent" | "title" | "-title";
                state?: "planned" | "held" | "reported" | "followedUp";
                kind?: "complete" | "partial";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InspectionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInspectionFindings: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "number" | "-number" | "severity" | "-severity";
                inspectionId?: string;
                severity?: "critical" | "major" | "minor" | "remark";
                outcome?: "open" | "remedied" | "notFollowed";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFindings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInspectionFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionFindingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFinding"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportInspectionFindings: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "number" | "-number" | "severity" | "-severity";
                inspectionId?: string;
                severity?: "critical" | "major" | "minor" | "remark";
                outcome?: "open" | "remedied" | "notFollowed";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInspectionFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFinding"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInspectionFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateInspectionFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InspectionFindingPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionFinding"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadInspectionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveInspectionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeInspectionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormalAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormalAuditClock"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditorAccesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditorAccesses"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveAuditorAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditorAccessDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditorAccessGiven"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadInspectionSummary: {
        parameters: {
            query?: {
                format?: "pdf" | "docx";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNetworkNotices: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "received" | "-received";
                authority?: "bcss" | "federalService";
                kind?: "warning" | "suspension";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkNotices"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNetworkNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkNoticeDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkNotice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportNetworkNotices: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "received" | "-received";
                authority?: "bcss" | "federalService";
                kind?: "warning" | "suspension";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNetworkNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkNotice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNetworkNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateNetworkNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["NetworkNoticePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkNotice"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNetworkSteps: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "happened" | "-happened";
                noticeId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkSteps"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNetworkStep: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkStepDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkStep"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportNetworkSteps: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "happened" | "-happened";
                noticeId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNetworkStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkStep"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNetworkStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateNetworkStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["NetworkStepPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkStep"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadNetworkNoticeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveNetworkNoticeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeNetworkNoticeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNetworkAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkAccess"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOverview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPlanLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanLeaveDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plans"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPlanProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    givePlanProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveOwnPlanProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlanVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanVersionDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PlanVersionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSubmissionDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decidePlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanVersionDecisionInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPlanVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadPlanVersion: {
        parameters: {
            query?: {
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCouncilSittings: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "heldOn" | "-heldOn";
                organ?: "council" | "permanentBureau" | "specialCommittee";
                year?: string;
                state?: "coming" | "toRecord" | "held" | "cancelled";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSittings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCouncilSitting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilSittingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSitting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCouncilSittings: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "heldOn" | "-heldOn";
                organ?: "council" | "permanentBureau" | "specialCommittee";
                year?: string;
                state?: "coming" | "toRecord" | "held" | "cancelled";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSitting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCouncilSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCouncilSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CouncilSittingPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSitting"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncil: {
        parameters: {
            query?: {
                year?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilOverview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterCouncilCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilCalendarDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilCalendarEntered"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSittingWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCouncilItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilItemDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSittingWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderCouncilAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilOrderDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSittingWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCouncilResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilResultsDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilSittingWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilItem"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCouncilItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCouncilItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CouncilItemPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilItem"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilNoteOfSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCouncilNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CouncilNotePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftCouncilNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyCouncilNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilReadyDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    presentCouncilNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilPresentDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNote"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCouncilNote: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilNotePreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCouncilNote: {
        parameters: {
            query?: {
                format?: "pdf" | "docx";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCouncilBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilBundleDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilBundleAccepted"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilBundle"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCouncilBundle: {
        parameters: {
            query?: {
                part?: "pdf" | "zip";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInfringements: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "sentOn" | "-sentOn" | "dueOn" | "-dueOn";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringements"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInfringement: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfringementDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InfringementPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewInfringement: {
        parameters: {
            query?: {
                document?: "notice" | "decision";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfringementPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadInfringement: {
        parameters: {
            query?: {
                document?: "notice" | "decision";
                language?: components["schemas"]["DocumentLanguageInput"];
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfringementSendingDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonedDecisionDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInfringement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfringementWithdrawalDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInfringementAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfringementActionDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateInfringementAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InfringementActionPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Infringement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLegalTexts: {
        parameters: {
            query?: {
                state?: "inForce" | "amended" | "repealed" | "replaced" | "byAnalogy" | "unknown";
                region?: "wallonia" | "germanSpeaking" | "brussels" | "flanders";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalTexts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssessments: {
        parameters: {
            query?: {
                year?: number;
                frameworkId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAssessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AssessmentPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssessmentNorms: {
        parameters: {
            query?: {
                chapterId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorms"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAssessment: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignNorms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NormAssignmentDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmNorms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NormConfirmationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnNorms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnNorms"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssessmentNorm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAssessmentNorm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AssessmentNormPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnNorm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerOwnNorm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OwnNormPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmOwnNorm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssessmentLife: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentLife"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAssessment: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAssessment: {
        parameters: {
            query?: {
                format?: "pdf" | "docx" | "xlsx";
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadSubmission: {
        parameters: {
            query?: {
                format?: "pdf" | "docx" | "xlsx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepareAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentPreparationDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NothingInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendBackAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentRemarkDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentValidationDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentAcknowledgementDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentCorrectionDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NothingInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNormHeat: {
        parameters: {
            query?: {
                frameworkId?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NormHeat"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSharedNorm: {
        parameters: {
            query: {
                frameworkId: string;
                year: number;
                normId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedNorm"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerForCentres: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharedAnswerDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAssessmentNormEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveAssessmentNormFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAssessmentNormFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAssessmentNormEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteAssessmentNormEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AssessmentNormEvidencePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOwnNormEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveOwnNormFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwnNormFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOwnNormEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteOwnNormEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OwnNormEvidencePatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFrameworks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkItems"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFramework: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                frameworkId: string;
                frameworkVersion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Framework"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFramework: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                frameworkId: string;
                frameworkVersion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFrameworkChanges: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                frameworkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkChanges"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFrameworkMappings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingItems"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFrameworkMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                frameworkId: string;
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkMapping"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFrameworkTemplate: {
        parameters: {
            query?: {
                language?: components["schemas"]["LanguageInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFramework: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
                /** @description Instead of the id that the file gives */
                id?: string;
                /** @description Instead of the version that the file gives */
                version?: string;
                /** @description Of a catalogue, which does not say its own */
                language?: components["schemas"]["LanguageInput"];
            };
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssessmentGives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
                targetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentGives"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditEntries: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "at" | "-at";
                table?: string;
                recordId?: string;
                actorId?: string;
                action?: "insert" | "update" | "delete" | "export" | "import" | "dossier" | "erase";
                from?: components["schemas"]["CivilDateInput"];
                to?: components["schemas"]["CivilDateInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "at" | "-at";
                table?: string;
                recordId?: string;
                actorId?: string;
                action?: "insert" | "update" | "delete" | "export" | "import" | "dossier" | "erase";
                from?: components["schemas"]["CivilDateInput"];
                to?: components["schemas"]["CivilDateInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Documents"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDocument: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentLanguageDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocumentDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocumentVersion: {
        parameters: {
            query?: {
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentApprovalDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyDocumentVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentVerificationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentSections: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentSections"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDocumentWording: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDocumentWordingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentWording"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentWording"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeDocumentWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentWordingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentWording"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocumentWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentComments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDocumentComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentCommentDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentComments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveDocumentComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentComments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenDocumentComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentComments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReviews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDocumentReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentReviewDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReviews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerDocumentReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentReviewAnswerDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReviews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeDocumentReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReviews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentReviewers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReviewers"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareDocumentVersions: {
        parameters: {
            query: {
                from: string;
                to?: string;
            };
            header?: never;
            path: {
                organizationId: string;
                kind: "securityPolicyFormal" | "securityPolicyOperational" | "adviserAppointmentDecision" | "adviserAppointmentLetter" | "undertakingStaff" | "undertakingOutsider";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentComparison"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnDocuments: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "title" | "-title";
                category?: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocuments"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOwnDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDocumentDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocument"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOwnDocuments: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "title" | "-title";
                category?: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocument"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOwnDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOwnDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["OwnDocumentPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocument"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnDocumentVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveOwnDocumentFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersion"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOwnDocumentDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwnDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveOwnDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDocumentApprovalDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyOwnDocumentVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentVerificationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDocumentVersion"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentRegister: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "order" | "-order" | "title" | "-title" | "since" | "-since" | "review" | "-review";
                language?: components["schemas"]["DocumentLanguageInput"];
                category?: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other" | "appointment" | "undertaking";
                show?: "inForce" | "missing" | "draft" | "review";
                text?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentRegister"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDocumentRegister: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "order" | "-order" | "title" | "-title" | "since" | "-since" | "review" | "-review";
                language?: components["schemas"]["DocumentLanguageInput"];
                category?: "policy" | "procedure" | "charter" | "annex" | "regulation" | "form" | "other" | "appointment" | "undertaking";
                show?: "inForce" | "missing" | "draft" | "review";
                text?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listYearlyReports: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "year" | "-year";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyReports"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createYearlyReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearlyReportDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getYearlyReport: {
        parameters: {
            query?: {
                language?: components["schemas"]["LanguageInput"];
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteYearlyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateYearlyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["YearlyReportPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportText"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeReportText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportTextDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportText"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewYearlyReport: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
                /** @description Report and three-year plan as one document to read, made now */
                withPlan?: "true" | "false";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyReportPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadYearlyReport: {
        parameters: {
            query?: {
                language?: components["schemas"]["DocumentLanguageInput"];
                /** @description Report and three-year plan as one document to read, made now */
                withPlan?: "true" | "false";
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveYearlyReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearlyReportApprovalDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDossier: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierAskedInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAccepted"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentationEntries: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "recent" | "-recent" | "title" | "-title" | "received" | "-received";
                kind?: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
                legalText?: string;
                norm?: string;
                year?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentationEntries"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDocumentationEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentationEntry"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchDocumentationEntries: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "recent" | "-recent" | "title" | "-title" | "received" | "-received";
                kind?: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
                legalText?: string;
                norm?: string;
                year?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentationEntrySearchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentationEntries"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDocumentationEntries: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "recent" | "-recent" | "title" | "-title" | "received" | "-received";
                kind?: "circular" | "guideline" | "correspondence" | "minutes" | "technicalNote" | "training" | "press" | "other";
                legalText?: string;
                norm?: string;
                year?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentationEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentationEntry"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocumentationEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDocumentationEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DocumentationEntryPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentationEntry"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocumentation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveDocumentationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDocumentationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "recent" | "-recent" | "due" | "-due" | "waiting" | "-waiting";
                state?: "coming" | "open" | "late" | "complete" | "ended";
                documentVersionId?: string;
                ownDocumentId?: string;
                kind?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publications"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPublications: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "recent" | "-recent" | "due" | "-due" | "waiting" | "-waiting";
                state?: "coming" | "open" | "late" | "complete" | "ended";
                documentVersionId?: string;
                ownDocumentId?: string;
                kind?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countPublicationAudience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationReachDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationReach"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublicationRecipients: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name" | "service" | "-service" | "since" | "-since" | "confirmed" | "-confirmed";
                state?: "waiting" | "confirmed";
                reach?: "account" | "mail" | "paper";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationRecipients"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPublicationRecipients: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                sort?: "name" | "-name" | "service" | "-service" | "since" | "-since" | "confirmed" | "-confirmed";
                state?: "waiting" | "confirmed";
                reach?: "account" | "mail" | "paper";
            };
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordConfirmations: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedConfirmations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignedSheets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedSheets"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveSignedSheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedSheet"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadSignedSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadSignatureList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindRecipients: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedReminders"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeReadingLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingLinkForDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingLink"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReadings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openReadingLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingLinkDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedReading"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadLinkedReading: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingLinkDataInput"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmLinkedReading: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingLinkDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIntakeTemplate: {
        parameters: {
            query?: {
                language?: components["schemas"]["LanguageInput"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runIntake: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
                /** @description The workbook is of this centre although its names, municipality or numbers differ */
                confirmed?: "true" | "false";
            };
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backups"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupAsked"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTokens"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeMyToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "expiresAt" | "-expiresAt" | "accountName" | "-accountName";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedTokens"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignInProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProviders"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderStartInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderDeparture"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endProviderSignIn: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityStartInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderDeparture"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Providers"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProviderPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroupMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMappings"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGroupMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMappingDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMappingMade"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteGroupMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewGroupMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMappingPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryGroupMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMappingTrialInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMappingTrialResult"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyGroupMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMappingApplicationInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailState"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMailSettings: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailSettingsDataInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMailSettings: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rehearseMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailRehearsal"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderSettingsInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendars"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendar: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name" | "start" | "-start";
                state?: "running" | "coming" | "ended";
                role?: "adviser" | "deputyAdviser" | "dpo" | "deputyDpo" | "directorGeneral" | "president" | "councilMember" | "itHead" | "itAgent" | "outsideFirm" | "headOfService" | "staff" | "archivist" | "reception" | "auditor" | "itSecurityOfficer" | "localCorrespondent" | "financeDirector" | "platformMember";
                personId?: string;
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemberPatchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSent"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationSent"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShown"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptanceInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinByInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegations"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDelegation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of this request: sent again with the same content within a day, it answers as the first time and makes nothing more */
                "idempotency-key"?: string;
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationDataInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandIns"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name";
                state?: "open" | "disabled";
                role?: "administrator" | "federalSupervisor" | "poolCoordinator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchAccounts: {
        parameters: {
            query?: {
                after?: string;
                pageSize?: number;
                sort?: "name" | "-name";
                state?: "open" | "disabled";
                role?: "administrator" | "federalSupervisor" | "poolCoordinator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSearchInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AccountPatchInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLinkRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkRequests"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkShown"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissLinkRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellEditing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditingInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editors"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Default Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
